// SPDX-License-Identifier: Apache-2.0
import static dev.retort.operation.Dsl.column;
import static dev.retort.operation.Dsl.varchar;

import dev.retort.migration.Migration;
import dev.retort.migration.Revision;
import dev.retort.operation.Operations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A slug is easier to compute in Java than in the SQL of four databases. */
@Revision(
        id = "d0a1e5d37b11",
        revises = "cf90d4c26a10",
        message = "Give artists a slug",
        created = "2026-06-18T09:16:00Z")
public final class GiveArtistsASlug implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("artists", column("slug", varchar(140)));
        op.run("compute a slug for every artist", GiveArtistsASlug::fill);
        op.alterColumn("artists", "slug").notNull();
        op.createIndex("ux_artists_slug", "artists", "slug").unique();
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("ux_artists_slug").on("artists");
        op.dropColumn("artists", "slug");
    }

    private static void fill(Connection connection) throws SQLException {
        Map<Integer, String> slugs = new LinkedHashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet artists = query.executeQuery("SELECT id, name FROM artists")) {
            while (artists.next()) {
                slugs.put(artists.getInt(1), slug(artists.getString(2)));
            }
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE artists SET slug = ? WHERE id = ?")) {
            for (Map.Entry<Integer, String> entry : slugs.entrySet()) {
                update.setString(1, entry.getValue());
                update.setInt(2, entry.getKey());
                update.executeUpdate();
            }
        }
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
