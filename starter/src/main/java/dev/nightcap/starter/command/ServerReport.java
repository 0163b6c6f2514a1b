package dev.nightcap.starter.command;

import dev.nightcap.starter.local.RunningServer;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Console;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dev server as data. */
final class ServerReport {
    private ServerReport() {}

    static void show(Console console, Optional<RunningServer> server) {
        console.document(new Status(
                CaptureJson.VERSION,
                server.isPresent(),
                server.map(RunningServer::address).orElse(null),
                server.map(RunningServer::ui).orElse(null),
                server.map(RunningServer::pid).orElse(null),
                server.map(RunningServer::database).orElse(null)));
        console.lines(server.map(ServerReport::lines).orElse(List.of("  not running; nightcap temporal start")));
    }

    private static List<String> lines(RunningServer server) {
        return List.of(
                "  address   " + server.address(),
                "  web ui    " + server.ui(),
                "  database  " + server.database(),
                "  pid       " + server.pid());
    }

    private record Status(
            int schemaVersion,
            boolean running,
            @Nullable String address,
            @Nullable String ui,
            @Nullable Long pid,
            @Nullable String database) {}
}
