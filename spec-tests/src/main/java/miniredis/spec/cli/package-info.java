/** The command line: one class a command. Nothing else reads options. */
package miniredis.spec.cli;
