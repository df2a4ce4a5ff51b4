package io.slipway.sandbox.s3;

import io.slipway.sandbox.net.SimResponse;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** The answers of S3 in XML. */
public final class S3Xml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private S3Xml() {}

    static SimResponse buckets(List<String> names) {
        StringBuilder xml = new StringBuilder(HEAD + "<ListAllMyBucketsResult" + SPACE + "><Buckets>");
        names.forEach(name -> xml.append("<Bucket><Name>")
                .append(escape(name))
                .append("</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>"));
        return xml(xml.append("</Buckets></ListAllMyBucketsResult>").toString());
    }

    static SimResponse location() {
        return xml(HEAD + "<LocationConstraint" + SPACE + "></LocationConstraint>");
    }

    /** A page with all objects; what holds the delimiter behind the prefix is put together as folders. */
    public static SimResponse list(String bucket, String prefix, String delimiter, List<Buckets.Entry> entries) {
        StringBuilder xml = new StringBuilder(HEAD + "<ListBucketResult" + SPACE + ">");
        xml.append("<Name>")
                .append(escape(bucket))
                .append("</Name><Prefix>")
                .append(escape(prefix))
                .append("</Prefix>");
        TreeSet<String> folders = new TreeSet<>();
        int count = 0;
        for (Buckets.Entry entry : entries) {
            int cut = delimiter.isEmpty() ? -1 : entry.key().indexOf(delimiter, prefix.length());
            if (cut >= 0) {
                folders.add(entry.key().substring(0, cut + delimiter.length()));
                continue;
            }
            count++;
            xml.append("<Contents><Key>").append(escape(entry.key())).append("</Key><LastModified>");
            xml.append(entry.modified())
                    .append("</LastModified><ETag>\"simulated\"</ETag><Size>")
                    .append(entry.size());
            xml.append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }
        folders.forEach(folder ->
                xml.append("<CommonPrefixes><Prefix>").append(escape(folder)).append("</Prefix></CommonPrefixes>"));
        xml.append("<KeyCount>").append(count + folders.size()).append("</KeyCount><MaxKeys>100000</MaxKeys>");
        return xml(xml.append("<IsTruncated>false</IsTruncated></ListBucketResult>")
                .toString());
    }

    /** What S3 refuses. */
    public static SimResponse refusal(int status, String code, String message, String resource) {
        return SimResponse.text(status, "application/xml", error(code, message, resource));
    }

    /** What came of a copy. */
    public static SimResponse copied(String checksum, Instant modified) {
        return xml(HEAD + "<CopyObjectResult" + SPACE + "><LastModified>" + modified + "</LastModified><ETag>\""
                + checksum + "\"</ETag></CopyObjectResult>");
    }

    /** All objects that a request named are gone. */
    public static SimResponse deleted() {
        return xml(HEAD + "<DeleteResult" + SPACE + "></DeleteResult>");
    }

    static String error(String code, String message, String resource) {
        return HEAD + "<Error><Code>" + code + "</Code><Message>" + escape(message) + "</Message><Resource>"
                + escape(resource) + "</Resource><RequestId>sandbox</RequestId></Error>";
    }

    private static SimResponse xml(String body) {
        return SimResponse.text(200, "application/xml", body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
