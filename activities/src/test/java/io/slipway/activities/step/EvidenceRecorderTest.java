package io.slipway.activities.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.secrets.ValueMasker;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import org.junit.jupiter.api.Test;

class EvidenceRecorderTest {
    private final FakeBlobs blobs = new FakeBlobs();
    private final EvidenceRecorder recorder = new EvidenceRecorder(blobs, new ValueMasker());

    @Test
    void aLogThatIsStillFollowedIsKeptAsFarAsItCame() {
        Recorder.LogSink ended = recorder.log("pod/ended");
        ended.line("done");
        ended.close();
        Recorder.LogSink followed = recorder.log("pod/followed");
        followed.line("one");
        recorder.log("pod/silent");

        StepDetail detail = Json.read(blobs.text(recorder.store().orElseThrow()).orElseThrow(), StepDetail.class);
        followed.line("two");
        followed.close();

        assertThat(detail.logs()).extracting(StepDetail.LogRef::name).containsExactly("pod/ended", "pod/followed");
        assertThat(blobs.text(detail.logs().getLast().hash())).contains("one\n");
    }
}
