package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A body on its way to another subscriber, who is told when the rest of it is given up. */
final class HeardBody<T> implements HttpResponse.BodySubscriber<T> {
    private final UnaryOperator<List<ByteBuffer>> rewritten;
    private final HttpResponse.BodySubscriber<T> subscriber;
    private final Runnable heard;
    private final Runnable ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<Flow.Subscription> source = new AtomicReference<>();

    HeardBody(
            UnaryOperator<List<ByteBuffer>> rewritten,
            HttpResponse.BodySubscriber<T> subscriber,
            Runnable heard,
            Runnable ended) {
        this.rewritten = rewritten;
        this.subscriber = subscriber;
        this.heard = heard;
        this.ended = ended;
    }

    @Override
    public CompletionStage<T> getBody() {
        return subscriber.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.set(subscription);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long items) {
                subscription.request(items);
            }

            @Override
            public void cancel() {
                subscription.cancel();
                if (over.compareAndSet(false, true)) {
                    ended.run();
                }
            }
        });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        heard.run();
        if (!over.get()) {
            subscriber.onNext(rewritten.apply(buffers));
        }
    }

    @Override
    public void onError(Throwable error) {
        if (over.compareAndSet(false, true)) {
            ended.run();
            subscriber.onError(error);
        }
    }

    @Override
    public void onComplete() {
        if (over.compareAndSet(false, true)) {
            ended.run();
            subscriber.onComplete();
        }
    }

    void giveUp(IOException why) {
        Flow.Subscription subscription = source.get();
        onError(why);
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
