package miniredis.spec.stage;

import miniredis.spec.server.RunningServer;

/**
 * Where a scenario plays.
 *
 * @param fresh whether it is the first on this server
 */
public record Place(RunningServer server, boolean fresh) {}
