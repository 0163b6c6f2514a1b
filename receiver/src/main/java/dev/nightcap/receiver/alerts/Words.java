package dev.nightcap.receiver.alerts;

/** The stable words of decisions. They are API: callers and records keep them. */
public final class Words {
    public static final String UNKNOWN = "unknown";

    public static final String UNPARSABLE = "unparsable";
    public static final String UNSUPPORTED_SCHEMA = "unsupported-schema";
    public static final String MISSING_FIELD = "missing-field";
    public static final String INVALID_FIELD = "invalid-field";
    public static final String MISSING_TARGET = "missing-target";
    public static final String TOO_MANY_TARGETS = "too-many-targets";
    public static final String INVALID_TARGET_ID = "invalid-target-id";
    public static final String UNSUPPORTED_TARGET_TYPE = "unsupported-target-type";
    public static final String SUBSCRIPTION_NOT_ALLOWED = "subscription-not-allowed";
    public static final String STORAGE_NOT_ALLOWED = "storage-not-allowed";
    public static final String NO_STORAGE = "no-storage";

    public static final String NOT_FIRED = "not-fired";
    public static final String RECOVERED = "recovered";
    public static final String NOT_AN_ALERT = "not-an-alert";
    public static final String TEST_NOTIFICATION = "test-notification";
    public static final String NO_RESOURCE_TARGET = "no-resource-target";
    public static final String UNSUPPORTED_EVENT_TYPE = "unsupported-event-type";

    private Words() {}
}
