package miniredis.spec.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Whether an address speaks TLS, whatever its certificate. */
public final class TlsProbe {
    private static final int MILLISECONDS = 2000;

    private TlsProbe() {}

    /** Begins a TLS handshake. A server without TLS gets some bytes that mean nothing to it. */
    public static boolean succeeds(InetSocketAddress address) {
        try (var plain = new Socket()) {
            plain.connect(address, MILLISECONDS);
            plain.setSoTimeout(MILLISECONDS);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            try (var tls = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true)) {
                tls.startHandshake();
                return true;
            } catch (SSLHandshakeException refused) {
                // It wants a certificate of ours, or another version: but it is TLS in which it says so.
                return refused.getMessage() != null && refused.getMessage().contains("fatal alert");
            }
        } catch (IOException | GeneralSecurityException notTls) {
            return false;
        }
    }

    /** No data is sent to the server, so its identity need not be verified. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
