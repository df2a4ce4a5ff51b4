package io.slipway.sandbox.router;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The router's certificates: an authority of its own, made anew for each sandbox, and a wildcard certificate.
 *
 * <p>No type of BouncyCastle's may have to be known to verify this class. A start-up cache has it verified and loaded at each
 * start, and Java would then check the signatures of BouncyCastle's jars, which takes longer than all the rest of its start.
 *
 * @param context for the listener
 * @param authority the authority's certificate in PEM, for clients that verify
 */
record RouterCertificates(SSLContext context, String authority) {
    private static final X500Name AUTHORITY = new X500Name("CN=Slipway sandbox router CA");

    /** @param domain the wildcard certificate is for the names right below it */
    static RouterCertificates make(String domain) {
        try {
            KeyPair authorityKeys = keys();
            X509Certificate authority = authority(authorityKeys);
            KeyPair keys = keys();
            X509Certificate server = server(domain, keys, authorityKeys);
            return new RouterCertificates(context(keys, server, authority), pem(authority));
        } catch (Exception failure) { // OperatorCreationException by its name would be looked up; see above
            throw new IllegalStateException("the router's certificates cannot be made", failure);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair keys, long serial) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                BigInteger.valueOf(serial),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(3650))),
                subject,
                keys.getPublic());
    }

    private static X509Certificate authority(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(AUTHORITY, keys, 1);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded());
        return sign(builder, keys);
    }

    private static X509Certificate server(String domain, KeyPair keys, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(new X500Name("CN=*." + domain), keys, 2);
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "*." + domain),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names).getEncoded());
        return sign(builder, authority);
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static SSLContext context(KeyPair keys, X509Certificate server, X509Certificate authority)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "sandbox".toCharArray();
        store.setKeyEntry("router", keys.getPrivate(), password, new X509Certificate[] {server, authority});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(X509Certificate certificate) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
