package dev.nightcap.workflows.capture;

import org.jspecify.annotations.Nullable;

/** What a support ticket needs: Azure's error code and the correlation id of the answer that carried it. */
public record AzureError(@Nullable String code, @Nullable String correlationId) {}
