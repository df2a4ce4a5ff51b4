package io.slipway.activities.secret.store;

import io.slipway.model.action.Secret.StoreType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A key or trust store by its content. Two stores of the same content differ byte for byte, since they are salted; so
 * contents are compared.
 *
 * @param type its form
 * @param certificates trusted ones, or the chain of the key, its own first
 * @param key the private key of a keystore
 */
public record PemStore(StoreType type, List<X509Certificate> certificates, Optional<PrivateKey> key) {
    private static final String KEY = "key";
    private static final String TRUSTED = "ca-";

    public PemStore {
        certificates = List.copyOf(certificates);
    }

    /**
     * A truststore.
     *
     * @throws PemException when the PEM cannot be used
     */
    public static PemStore trust(StoreType type, String certificates) throws PemException {
        return new PemStore(type, Pem.read(certificates).certificates(), Optional.empty());
    }

    /**
     * A keystore.
     *
     * @throws PemException when a PEM cannot be used, or the key is not that of the first certificate
     */
    public static PemStore key(StoreType type, String certificates, String privateKey) throws PemException {
        List<X509Certificate> chain = Pem.read(certificates).certificates();
        PrivateKey key = Pem.read(privateKey).privateKey();
        if (!KeyPairs.match(key, chain.getFirst().getPublicKey())) {
            throw new PemException(
                    "the private key does not match the first certificate, "
                            + chain.getFirst().getSubjectX500Principal(),
                    "give the matching key, and put the certificate before those that sign it");
        }
        return new PemStore(type, chain, Optional.of(key));
    }

    /** Subjects of certificates that are not valid at a time. */
    public List<String> expired(Instant at) {
        return certificates.stream()
                .filter(each -> at.isAfter(each.getNotAfter().toInstant())
                        || at.isBefore(each.getNotBefore().toInstant()))
                .map(each -> each.getSubjectX500Principal().getName())
                .toList();
    }

    /** The store as a file. */
    public byte[] bytes(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(type.name());
            store.load(null, password);
            if (key.isPresent()) {
                store.setKeyEntry(KEY, key.get(), password, certificates.toArray(Certificate[]::new));
            } else {
                for (int number = 1; number <= certificates.size(); number++) {
                    store.setCertificateEntry(TRUSTED + number, certificates.get(number - 1));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + type, impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a file holds the same, in the same form, under the same password. */
    public boolean isSame(byte[] file, char[] password) {
        try {
            if (isJks(file) != (type == StoreType.JKS)) {
                return false;
            }
            KeyStore other = KeyStore.getInstance(type.name());
            other.load(new ByteArrayInputStream(file), password);
            return key.isPresent() ? isSameKey(other, password) : isSameTrust(other);
        } catch (GeneralSecurityException | IOException unreadable) {
            return false;
        }
    }

    private boolean isSameKey(KeyStore other, char[] password) throws GeneralSecurityException {
        Certificate[] chain = other.getCertificateChain(KEY);
        return other.size() == 1
                && chain != null
                && Arrays.asList(chain).equals(certificates)
                && key.get().equals(other.getKey(KEY, password));
    }

    private boolean isSameTrust(KeyStore other) throws GeneralSecurityException {
        for (String alias : Collections.list(other.aliases())) {
            if (!other.isCertificateEntry(alias) || !certificates.contains(other.getCertificate(alias))) {
                return false;
            }
        }
        return other.size() == certificates.size();
    }

    /** A JKS begins with this number; Java reads both forms under either name. */
    private static boolean isJks(byte[] file) {
        return file.length > 4
                && (file[0] & 0xff) == 0xfe
                && (file[1] & 0xff) == 0xed
                && (file[2] & 0xff) == 0xfe
                && (file[3] & 0xff) == 0xed;
    }
}
