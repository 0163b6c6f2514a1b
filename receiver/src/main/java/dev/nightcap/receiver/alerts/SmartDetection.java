package dev.nightcap.receiver.alerts;

/** An alert of smart detection whose rule does not use the common schema. */
final class SmartDetection implements Adapter {
    private static final String SCHEMA = "legacy-smartdetection";

    @Override
    public boolean recognises(Place root) {
        return !root.has("schemaId")
                && root.get("properties", "essentials").node().isObject();
    }

    @Override
    public Reading read(Place root) throws Malformed {
        Place essentials = root.get("properties", "essentials");
        if (!State.fired(SCHEMA, essentials.get("monitorCondition"))) {
            return State.over(SCHEMA);
        }
        return new NewsBuilder(SCHEMA)
                .azureId(essentials.get("sourceCreatedId"))
                .key(essentials.get("sourceCreatedId"), essentials.get("startDateTime"))
                .rule(essentials.get("alertRule"))
                .severity(essentials.get("severity"))
                .firedAt(essentials.get("startDateTime"))
                .description(
                        essentials.get("description").words(),
                        root.get("properties", "context", "DetectionSummary").words())
                .target(essentials.get("targetResource"))
                .build();
    }
}
