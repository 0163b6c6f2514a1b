package dev.nightcap.starter.config;

/** @param metricsPort of Prometheus metrics and health on 127.0.0.1; 0 takes a free one; -1, the default, is none */
public record WorkerSettings(int metricsPort) {
    static final int NONE = -1;
}
