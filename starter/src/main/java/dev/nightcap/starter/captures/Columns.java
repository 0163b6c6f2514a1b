package dev.nightcap.starter.captures;

import io.temporal.serviceclient.WorkflowServiceStubs;

/** Sees to it that a namespace has our search attributes. */
@FunctionalInterface
public interface Columns {
    /** May be called when they are there already. Returns before every part of the server knows of new ones. */
    void ensure(WorkflowServiceStubs stubs, String namespace);
}
