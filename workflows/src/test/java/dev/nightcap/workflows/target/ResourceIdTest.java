package dev.nightcap.workflows.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.workflows.Requests;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceIdTest {
    private static final String VM = "/subscriptions/7A1C0000-0000-4000-8000-000000000001/resourceGroups/Night"
            + "/providers/Microsoft.Compute/virtualMachines/Web-01";

    @Test
    void keeps_the_spelling_and_compares_without_case() {
        ResourceId id = ResourceId.parse(VM);

        assertThat(id.value()).isEqualTo(VM);
        assertThat(id).isEqualTo(ResourceId.parse(VM.toUpperCase(Locale.ROOT)));
        assertThat(id.subscription()).isEqualTo("7a1c0000-0000-4000-8000-000000000001");
        assertThat(id.resourceGroup()).isEqualTo("Night");
        assertThat(id.type()).isEqualTo("microsoft.compute/virtualmachines");
        assertThat(id.name()).isEqualTo("Web-01");
    }

    @Test
    void an_instance_of_a_scale_set_narrows_the_scale_set() {
        ResourceId instance = ResourceId.parse(Requests.scaleSet("fleet") + "/virtualMachines/2");

        assertThat(Target.of(instance)).contains(new ScaleSet(Requests.scaleSet("fleet"), List.of("2")));
        assertThat(instance.parent()).isEqualTo(Requests.scaleSet("fleet"));
    }

    @Test
    void what_cannot_be_captured_is_no_target() {
        assertThat(Target.of(Requests.storage("nightcapevidence"))).isEmpty();
        assertThat(Target.of(ResourceId.parse(VM + "/extensions/x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web-01",
                "/subscriptions/not-a-guid/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/g",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/../providers/a/b/c",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/g/providers/a/b/c?x=1",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/g/providers/a/b/<c>",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/g/providers/a/b/{c}",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/g/providers/a/b/",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001//resourceGroups/g/providers/a/b/c"
            })
    void refuses_what_must_not_reach_arm(String text) {
        assertThatThrownBy(() -> ResourceId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_of_captures_derive_from_the_target_whatever_its_spelling() {
        Target one = Target.of(ResourceId.parse(VM)).orElseThrow();
        Target other = Target.of(ResourceId.parse(VM.toLowerCase(Locale.ROOT))).orElseThrow();

        assertThat(CaptureId.of(one)).isEqualTo(CaptureId.of(other)).matches("web-01-[0-9a-f]{8}");
        assertThat(CaptureId.workflowId(one)).isEqualTo("capture/" + CaptureId.of(one));
        assertThat(CaptureId.publicId(CaptureId.workflowId(one))).isEqualTo(CaptureId.of(one));
    }

    @Test
    void some_instances_are_another_target_than_all() {
        Target all = new ScaleSet(Requests.scaleSet("fleet"), List.of());
        Target some = new ScaleSet(Requests.scaleSet("fleet"), List.of("2", "0", "2"));

        assertThat(some).isEqualTo(new ScaleSet(Requests.scaleSet("fleet"), List.of("0", "2")));
        assertThat(CaptureId.of(all)).isNotEqualTo(CaptureId.of(some));
    }

    @Test
    void our_sessions_are_known_by_name_and_installation() {
        String name = SessionName.of("web", "main", "0f3a9c01-b2c3-4d5e-8f90-123456789abc");

        assertThat(name).isEqualTo("web-main-0f3a9c01b2c3");
        assertThat(SessionName.isOurs(name, "main")).isTrue();
        assertThat(SessionName.isOurs(name, "other")).isFalse();
        assertThat(SessionName.isOurs("main-0f3a9c01b2c3", "main")).isFalse();
        assertThat(SessionName.isOurs("held-1", "main")).isFalse();
        assertThatThrownBy(() -> SessionName.checkPrefix("a/b")).hasMessageContaining("letters, digits");
    }
}
