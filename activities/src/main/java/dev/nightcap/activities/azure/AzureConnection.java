package dev.nightcap.activities.azure;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** Which Azure: the real one with a real credential, or the simulator with a fake one. Nothing in between. */
public sealed interface AzureConnection {
    /**
     * Azure's public cloud, with what {@code DefaultAzureCredential} finds: {@code AZURE_*} of the environment, a managed
     * identity, the account of {@code az login}.
     */
    record PublicCloud() implements AzureConnection {}

    /**
     * The simulator on this machine.
     *
     * @param arm base address of Resource Manager
     * @param blob base address of the blob service; the account is the first segment of the path
     * @param ca the authority that signed both servers' certificates, as PEM
     * @param accountKey of every storage account, base64
     * @param tenant that the fake token names
     */
    record Simulator(URI arm, URI blob, Path ca, String accountKey, String tenant) implements AzureConnection {
        /** @throws IllegalArgumentException if an address is not an https address of this machine */
        public Simulator {
            checkLocal(arm);
            checkLocal(blob);
        }

        private static void checkLocal(URI address) {
            if (!"https".equals(address.getScheme()) || address.getHost() == null || !isLoopback(address.getHost())) {
                throw new IllegalArgumentException("a simulator is reached by https on a loopback address");
            }
        }

        private static boolean isLoopback(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Simulator[" + arm + "]";
        }
    }
}
