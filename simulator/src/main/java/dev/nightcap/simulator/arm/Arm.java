package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.SpeedClock;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Endpoint;
import dev.nightcap.simulator.web.Handler;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Route;
import dev.nightcap.simulator.web.Router;
import dev.nightcap.simulator.web.WebRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Azure Resource Manager: journal, common headers, trouble, the door, then the routes. */
public final class Arm implements Handler, AutoCloseable {

    private final Sessions sessions;
    private final Uploads uploads;
    private final Router router;
    private final Endpoint stack;

    /**
     * Starts the clockwork.
     *
     * @param accountKey of all storage accounts, base64
     * @param progress hears of files that could not be written
     */
    public Arm(
            World world,
            SpeedClock clock,
            Timing timing,
            Scenario scenario,
            Recorder recorder,
            Journal journal,
            String accountKey,
            Consumer<String> progress) {
        uploads = new Uploads(recorder, progress);
        sessions = new Sessions(clock, timing, scenario, uploads);
        Operations operations = new Operations(world, sessions, new SignedLinks());
        List<Route> routes = new ArrayList<>();
        PacketCaptures captures = new PacketCaptures(world, sessions, scenario, operations);
        routes.addAll(captures.routes());
        routes.addAll(operations.routes());
        routes.addAll(new Tenancy(world).routes());
        routes.addAll(new Compute(world).routes());
        routes.addAll(new Fleets(world).routes());
        routes.addAll(new Storage(world, accountKey).routes());
        router = new Router(routes);
        Endpoint door = new Doorkeeper(world, router.or(Arm::unknown));
        stack = journal.around(new CommonHeaders(world.tenant(), new Trouble(scenario, captures::target, door)));
    }

    @Override
    public Answer handle(WebRequest request) {
        return stack.answer(router.name(request));
    }

    /** All sessions with their status, whoever asked for them. */
    public String captures() {
        return sessions.with(now -> {
            ObjectNode root = Json.object();
            var value = root.putArray("value");
            for (Session session : sessions.all()) {
                ObjectNode one = session.body(new ApiVersion("2025-07-01"));
                one.set("status", session.statusBody());
                value.add(one);
            }
            return Json.compact(root);
        });
    }

    @Override
    public void close() {
        sessions.close();
        uploads.close();
    }

    private static Answer unknown(Call call) {
        throw new ArmError(
                404,
                "InvalidResourceType",
                "The simulator does not know " + call.request().method() + " "
                        + call.request().path());
    }
}
