package dev.nightcap.worker;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;

/**
 * For the in-process test server alone: it does not fall back from a dead worker's sticky queue, so that no run must be
 * put on one.
 */
public final class NoStickyQueue implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void sendMessage(Q message) {
                super.sendMessage(unstuck(message));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <Q> Q unstuck(Q message) {
        return message instanceof RespondWorkflowTaskCompletedRequest request
                ? (Q) request.toBuilder().clearStickyAttributes().build()
                : message;
    }
}
