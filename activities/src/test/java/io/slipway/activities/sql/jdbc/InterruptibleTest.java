package io.slipway.activities.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
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

        assertThatThrownBy(() -> new Interruptible(endless).execute("SELECT 1"))
                .isInstanceOf(InterruptedException.class)
                .hasSuppressedException(new SQLFeatureNotSupportedException("this driver cannot"));
        end.countDown();
    }
}
