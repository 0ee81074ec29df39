package miniredis.proof.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes the beginning of a line visible to JaCoCo. JaCoCo marks a line as run when the next one begins, so it never marks a line
 * whose call throws: a check that refuses an argument would look as if it never ran. In a copy of the jar, each line has another
 * one before it, which calls a method that does nothing. That one is marked when the line begins.
 */
final class LineBeginnings {
    /** The line before line 31 has the number 30,031. No file is that long, and the class file format ends at 65,535. */
    private static final int BEFORE = 30_000;

    private LineBeginnings() {}

    /** Makes a copy of the jar whose classes have these extra lines. */
    static void mark(Path jar, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        try (var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(Files.newOutputStream(copy))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (var in = from.getInputStream(entry)) {
                    copy(entry, in, to);
                }
            }
        }
    }

    private static void copy(JarEntry entry, InputStream in, OutputStream to) throws IOException {
        if (entry.getName().endsWith(".class")) {
            to.write(marked(in.readAllBytes()));
        } else {
            in.transferTo(to);
        }
    }

    static byte[] marked(byte[] bytes) {
        var type = new ClassNode();
        new ClassReader(bytes).accept(type, 0);
        for (var method : type.methods) {
            for (var node : method.instructions.toArray()) {
                if (node instanceof LineNumberNode line) {
                    mark(line, method.instructions);
                }
            }
        }
        var writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static void mark(LineNumberNode line, InsnList code) {
        AbstractInsnNode first = line.getNext();
        while (first != null && first.getOpcode() < 0) {
            if (first instanceof LineNumberNode) {
                return;
            }
            first = first.getNext();
        }
        if (first == null) {
            return;
        }
        if (first.getOpcode() == Opcodes.NEW) {
            // Stack maps refer to the place of NEW: nothing may come before it.
            first = first.getNext();
        }
        var begun = new LabelNode();
        var mark = new InsnList();
        mark.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/lang/Thread", "onSpinWait", "()V"));
        mark.add(begun);
        mark.add(new LineNumberNode(line.line, begun));
        line.line += BEFORE;
        code.insertBefore(first, mark);
    }

    /** Whether the line has begun at least once; false for a line that does not exist. */
    static boolean hasBegun(IClassCoverage type, int line) {
        return type.getLine(line + BEFORE).getStatus() > ICounter.NOT_COVERED;
    }

    /** Whether the line exists. */
    static boolean exists(IClassCoverage type, int line) {
        return type.getLine(line + BEFORE).getStatus() > ICounter.EMPTY;
    }

    /** The number of the last line. */
    static int last(IClassCoverage type) {
        return type.getLastLine() - BEFORE;
    }
}
