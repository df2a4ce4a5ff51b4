package io.slipway.activities.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.reach.HttpSender;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.SecretResolver;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.model.journal.Failure;
import io.slipway.model.pipeline.Notice;
import io.slipway.model.spec.Binder;
import io.slipway.workflows.contract.NoticeActivities;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends notices by the channels of {@code notify}. What can never work is an answer; what may work later fails the
 * activity, so that Temporal tries it again.
 */
public final class NoticeActivitiesImpl implements NoticeActivities {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final StepServices services;

    /** Sends from the targets of these services. */
    public NoticeActivitiesImpl(StepServices services) {
        this.services = services;
    }

    @Override
    public Sent send(Call call) {
        Masker masker = services.masker();
        try {
            Target target = services.targets().get(call.story().target());
            Channel channel = Channel.of(Binder.read(Notice.class, withSecrets(call, target)));
            return deliver(channel, message(call), target);
        } catch (StepFailure wrong) {
            return answer("", wrong.failure(), masker);
        } catch (KubernetesClientException away) {
            throw again("its secret cannot be read: " + away.getMessage(), masker);
        }
    }

    private JsonNode withSecrets(Call call, Target target) {
        return new SecretResolver(
                        call.secrets(),
                        target,
                        call.namespace().isEmpty() ? target.namespace() : call.namespace(),
                        services.masker(),
                        warning -> {}, // a short secret shows nowhere: of an address only its host does
                        services.environment())
                .resolve(call.notice());
    }

    private Message message(Call call) {
        NoticeText text = new NoticeText(call.story());
        Masker masker = services.masker();
        Map<String, String> facts = new TreeMap<>();
        text.facts().forEach((name, value) -> facts.put(name, masker.mask(value)));
        return new Message(call.key(), masker.mask(text.headline()), masker.mask(text.text()), facts);
    }

    private Sent deliver(Channel channel, Message message, Target target) {
        try (HttpSender http = new HttpSender(target)) {
            channel.check();
            channel.deliver(message, new Delivery(http, services.masker(), LONGEST, target.simulated()));
            return new Sent(true, channel.display(), "");
        } catch (StepFailure refused) {
            if (refused.failure().retryable()) {
                throw again(channel.display() + ": " + line(refused.failure()), services.masker());
            }
            return answer(channel.display(), refused.failure(), services.masker());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw again("the worker is stopping", services.masker());
        }
    }

    private static Sent answer(String to, Failure failure, Masker masker) {
        return new Sent(false, to, masker.mask(line(failure)));
    }

    private static String line(Failure failure) {
        String what = failure.message().isEmpty() ? "" : failure.message() + ": ";
        return what + failure.cause() + (failure.fix().isEmpty() ? "" : "; " + failure.fix());
    }

    private static ApplicationFailure again(String why, Masker masker) {
        return ApplicationFailure.newFailure(masker.mask(why), "NotDelivered");
    }
}
