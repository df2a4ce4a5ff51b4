package io.slipway.activities.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptibleTest {
    @Test
    void aDriverThatCannotCancelIsNoFailureOfTheStep() {
        CountDownLatch end = new CountDownLatch(1);
        Statement endless = (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("cancel")) {
                        throw new SQLFeatureNotSupportedException("this driver cannot");
                    }
                    end.await();
                    return true;
                });
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Interruptible(endless).execute("SELECT 1", Duration.ofMinutes(1)))
                .isInstanceOf(InterruptedException.class)
                .hasSuppressedException(new SQLFeatureNotSupportedException("this driver cannot"));
        end.countDown();
    }

    @Test
    void aDatabaseThatNeverAnswersIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        Statement silent = (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    end.await();
                    return true;
                });
        assertThatThrownBy(() -> new Interruptible(silent).execute("SELECT 1", Duration.ofMillis(100)))
                .isInstanceOf(SQLTimeoutException.class);
        end.countDown();
    }
}
