package dev.nightcap.pcap.packet;

import dev.nightcap.pcap.format.LinkTypes;

/** From a frame to the IP packet within: Ethernet with VLAN tags, Linux cooked, raw IP, null and loop, MPLS and PPPoE. */
public final class LinkDecoder {
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int MPLS = 0x8847;
    private static final int PPPOE = 0x8864;

    private final IpDecoder ip = new IpDecoder(this);

    /** Fills {@code packet}; what cannot be decoded stays {@link Packet.Kind#OTHER}. */
    public void decode(byte[] bytes, int offset, int captured, int linkType, Packet packet) {
        packet.kind = Packet.Kind.OTHER;
        packet.complete = false;
        packet.bytes = bytes;
        int end = offset + captured;
        switch (linkType) {
            case LinkTypes.ETHERNET -> ethernet(bytes, offset + 12, end, packet, 0);
            case LinkTypes.RAW, LinkTypes.RAW_OPENBSD, LinkTypes.RAW_BSDOS, LinkTypes.IPV4, LinkTypes.IPV6 ->
                ip.decode(bytes, offset, end, packet, 0);
            case LinkTypes.NULL, LinkTypes.LOOP -> ip.decode(bytes, offset + 4, end, packet, 0);
            case LinkTypes.LINUX_SLL -> ethernet(bytes, offset + 14, end, packet, 0);
            case LinkTypes.LINUX_SLL2 -> {
                if (captured >= 20) {
                    network(Bytes.u16(bytes, offset), bytes, offset + 20, end, packet, 0);
                }
            }
            default -> {}
        }
    }

    /** Goes on from the position of an Ethernet type, over any tags. */
    void ethernet(byte[] bytes, int typeAt, int end, Packet packet, int depth) {
        int at = typeAt;
        while (at + 2 <= end) {
            int type = Bytes.u16(bytes, at);
            if (type != 0x8100 && type != 0x88a8 && type != 0x9100) {
                network(type, bytes, at + 2, end, packet, depth);
                return;
            }
            at += 4;
        }
    }

    private void network(int type, byte[] bytes, int offset, int end, Packet packet, int depth) {
        int at = offset;
        switch (type) {
            case IPV4, IPV6 -> ip.decode(bytes, at, end, packet, depth);
            case 0x8100, 0x88a8 -> ethernet(bytes, at + 2, end, packet, depth);
            case MPLS -> {
                boolean bottom = false;
                while (!bottom && at + 4 <= end) {
                    bottom = (bytes[at + 2] & 1) != 0;
                    at += 4;
                }
                ip.decode(bytes, at, end, packet, depth);
            }
            case PPPOE -> ip.decode(bytes, at + 8, end, packet, depth);
            default -> {}
        }
    }
}
