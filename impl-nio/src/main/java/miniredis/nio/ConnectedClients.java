package miniredis.nio;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All clients that are connected, the oldest first. */
final class ConnectedClients {
    private final Map<Long, Client> clients = new LinkedHashMap<>();
    private long lastId;

    long nextId() {
        return ++lastId;
    }

    void add(Client client) {
        clients.put(client.id(), client);
    }

    void remove(Client client) {
        clients.remove(client.id());
    }

    int size() {
        return clients.size();
    }

    /** How many clients have connected so far. */
    long total() {
        return lastId;
    }

    Optional<Client> find(long id) {
        return Optional.ofNullable(clients.get(id));
    }

    Collection<Client> all() {
        return clients.values();
    }
}
