package io.slipway.activities.reach;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom to trust for addresses of a cluster's router: the platform's authorities, and those of the kubeconfig. OpenShift's
 * installer writes the authority of the router's own certificate there, beside the API server's.
 */
final class ClusterTrust {
    private ClusterTrust() {}

    /** A context with both; empty when the kubeconfig names no authority or they cannot be read: then the platform's hold. */
    static Optional<SSLContext> of(Config config) {
        try {
            Collection<? extends Certificate> own = authorities(config);
            return own.isEmpty() ? Optional.empty() : Optional.of(context(own));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            // The client of the API server reads the same file and says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Collection<? extends Certificate> authorities(Config config)
            throws GeneralSecurityException, IOException {
        if (config == null) {
            return List.of();
        }
        if (config.getCaCertData() != null && !config.getCaCertData().isBlank()) {
            return read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(config.getCaCertData())));
        }
        if (config.getCaCertFile() != null && !config.getCaCertFile().isBlank()) {
            try (InputStream file = Files.newInputStream(Path.of(config.getCaCertFile()))) {
                return read(file);
            }
        }
        return List.of();
    }

    private static Collection<? extends Certificate> read(InputStream pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificates(pem);
    }

    private static SSLContext context(Collection<? extends Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate known : platform()) {
            all.setCertificateEntry("platform-" + number++, known);
        }
        for (Certificate authority : own) {
            all.setCertificateEntry("kubeconfig-" + number++, authority);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(all), null);
        return context;
    }

    private static List<X509Certificate> platform() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager known) {
                return List.of(known.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    /** For these certificates; null for the platform's. */
    private static TrustManager[] managers(KeyStore certificates) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(certificates);
        return factory.getTrustManagers();
    }
}
