package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Endpoint;
import java.util.Map;

/** Lets in who brings any bearer token and a well-formed {@code api-version}, and turns errors into replies. */
final class Doorkeeper implements Endpoint {

    private final World world;
    private final Endpoint inner;

    Doorkeeper(World world, Endpoint inner) {
        this.world = world;
        this.inner = inner;
    }

    @Override
    public Answer answer(Call call) {
        try {
            check(call);
            return inner.answer(call);
        } catch (ArmError e) {
            return e.reply();
        }
    }

    private void check(Call call) {
        String token = call.request().header("Authorization").orElse("");
        if (!token.regionMatches(true, 0, "Bearer ", 0, 7) || token.length() <= 7) {
            throw new ArmError(
                    401,
                    "AuthenticationFailed",
                    "Authentication failed. The 'Authorization' header is missing.",
                    Map.of(
                            "WWW-Authenticate",
                            "Bearer authorization_uri=\"https://login.windows.net/" + world.tenant()
                                    + "\", error=\"invalid_token\", error_description=\"The access token is missing.\""));
        }
        ApiVersion.of(call.request());
        String subscription = call.values().get("s");
        if (subscription != null && !subscription.equalsIgnoreCase(world.subscription())) {
            throw new ArmError(
                    404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
        }
    }
}
