// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void theCommonFormIsTakenApart() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql+psycopg2://bob:p%40ss%2Fword@db.example:5433/shop?sslmode=require&x=");
        assertFalse(url.isJdbc());
        assertEquals("postgresql", url.scheme());
        assertEquals(Optional.of("bob"), url.user());
        assertEquals(Optional.of("p@ss/word"), url.secretPassword());
        assertEquals(Optional.of("db.example"), url.host());
        assertEquals(Optional.of(5433), url.port());
        assertEquals("/shop", url.path());
        assertEquals(Map.of("sslmode", "require", "x", ""), url.secretParameters());
    }

    @Test
    void aPlusSignIsNoBlank() {
        assertEquals(Optional.of("a+b"), DatabaseUrl.parse("mysql://u:a+b@h/d").secretPassword());
    }

    @Test
    void jdbcUrlsKeepTheirText() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:MySQL://h/d?user=u&password=p");
        assertTrue(url.isJdbc());
        assertEquals("mysql", url.scheme());
        assertEquals("//h/d?user=u&password=p", url.afterScheme());
    }

    @Test
    void filesOfSqliteAreRelativeOrAbsolute() {
        assertEquals("/app.db", DatabaseUrl.parse("sqlite:///app.db").path());
        assertEquals("//var/app.db", DatabaseUrl.parse("sqlite:////var/app.db").path());
        assertEquals("app.db", DatabaseUrl.parse("jdbc:sqlite:app.db").afterScheme());
    }

    @Test
    void aTextWithoutASchemeIsRefusedWithoutRepeatingIt() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse("s3cret@host/db"));
        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://bob:s3cret@host/db",
                "postgresql://bob:s3cret@s3cret@host/db",
                "postgresql://bob:s3cret/with?odd#signs@host/db",
                "mysql://:s3cret@host/db",
                "jdbc:postgresql://host/db?user=bob&password=s3cret",
                "jdbc:mysql://host/db?password=s3cret&useSSL=true",
                "jdbc:mariadb://host/db?user=a&trustStorePassword=s3cret",
                "jdbc:sqlserver://host;user=bob;password=s3cret;encrypt=true",
                "jdbc:sqlite:app.db?key=s3cret",
                "FATAL: cannot connect to //bob:s3cret@host (password = s3cret)"
            })
    void noPasswordIsPrinted(String text) {
        String printed = text.startsWith("FATAL")
                ? Redaction.redact(text)
                : DatabaseUrl.parse(text).toString();
        assertFalse(printed.contains("s3cret"), printed);
        assertTrue(printed.contains("***"), printed);
    }

    @Test
    void aUrlWithoutPasswordIsPrintedAsItIs() {
        for (String url : new String[] {"sqlite:///app.db", "postgresql://bob@host:5432/db", "jdbc:sqlite:app.db"}) {
            assertEquals(url, DatabaseUrl.parse(url).toString());
        }
    }
}
