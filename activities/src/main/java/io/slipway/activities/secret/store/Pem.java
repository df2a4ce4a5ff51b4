package io.slipway.activities.secret.store;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads PEM.
 *
 * @param blocks its blocks in order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
record Pem(List<Block> blocks) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "DSA");

    /**
     * A block.
     *
     * @param label such as {@code CERTIFICATE}
     * @param line the line it begins on, from 1
     * @param content what it encodes
     */
    record Block(String label, int line, byte[] content) {}

    static Pem read(String text) throws PemException {
        List<Block> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String label = begin.group(1);
            int line = (int) text.substring(0, begin.start()).lines().count() + 1;
            String end = "-----END " + label + "-----";
            int stop = text.indexOf(end, begin.end());
            if (stop < 0) {
                throw new PemException(
                        "the block " + label + " that begins on line " + line + " has no end",
                        "it is truncated: copy the whole PEM, up to " + end);
            }
            blocks.add(new Block(label, line, decoded(label, line, text.substring(begin.end(), stop))));
            from = stop + end.length();
        }
        if (blocks.isEmpty()) {
            throw new PemException(
                    text.isBlank() ? "it is empty" : "it has no line with -----BEGIN",
                    "give a certificate in PEM; openssl x509 -inform der -outform pem converts DER");
        }
        return new Pem(List.copyOf(blocks));
    }

    private static byte[] decoded(String label, int line, String body) throws PemException {
        if (body.contains("ENCRYPTED")) {
            throw encrypted(label, line);
        }
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException wrong) {
            throw new PemException(
                    "the block " + label + " on line " + line + " is not base64: " + wrong.getMessage(),
                    "it is damaged: copy the PEM again",
                    wrong);
        }
    }

    private static PemException encrypted(String label, int line) {
        return new PemException(
                "the block " + label + " on line " + line + " is encrypted",
                "give the key without a pass phrase; openssl pkcs8 -topk8 -nocrypt removes it");
    }

    /** All certificates; other blocks are refused, since a key has no place among them. */
    List<X509Certificate> certificates() throws PemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.label().equals(CERTIFICATE) && !block.label().equals("TRUSTED CERTIFICATE")) {
                throw new PemException(
                        "it holds a " + block.label() + " on line " + block.line() + " instead of a CERTIFICATE",
                        "give certificates only");
            }
            certificates.add(certificate(block, certificates.size() + 1));
        }
        return certificates;
    }

    private static X509Certificate certificate(Block block, int number) throws PemException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.content()));
        } catch (CertificateException wrong) {
            throw new PemException(
                    "certificate " + number + " (line " + block.line() + ") cannot be read: " + wrong.getMessage(),
                    "inspect it with openssl x509 -text; it may be truncated or damaged",
                    wrong);
        }
    }

    /** The one private key. */
    PrivateKey privateKey() throws PemException {
        Block block = blocks.stream()
                .filter(each -> each.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new PemException("it holds no PRIVATE KEY", "give the private key in PEM"));
        if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
            throw encrypted(block.label(), block.line());
        }
        if (!block.label().equals("PRIVATE KEY")) {
            throw new PemException(
                    "the key on line " + block.line() + " is a " + block.label() + ", which is not PKCS#8",
                    "convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in key.pem");
        }
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.content()));
            } catch (GeneralSecurityException notOfThisKind) {
                // the next kind may fit
            }
        }
        throw new PemException(
                "the private key on line " + block.line() + " cannot be read or has a type that Java does not support",
                "give an RSA, EC or Ed25519 key as PKCS#8");
    }
}
