package miniredis.bench;

/** Something that could not be measured, and why. */
public record Gap(String suite, String what, String server, String reason) {}
