// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A fact of the list, below its heading, with what is said about it for servers. */
record DdlFact(String heading, String fact, List<Answer> answers) {

    private static final String EVERYWHERE = "all";
    private static final String NOWHERE = "any";

    /** The servers on which tests run. */
    enum Server {
        SQLITE,
        POSTGRES,
        MYSQL,
        MARIADB
    }

    /** Servers (none for tests without one), and their tests; no tests if there is a reason. */
    record Answer(Set<Server> servers, List<String> tests) {}

    static List<DdlFact> all(List<String> lines) {
        List<DdlFact> facts = new ArrayList<>();
        String heading = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                heading = line.substring(1, line.length() - 1);
            } else if (line.startsWith("- ")) {
                facts.add(new DdlFact(heading, line.substring(2), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                facts.get(facts.size() - 1).answers().add(answer(line.strip()));
            }
        }
        return facts;
    }

    private static Answer answer(String line) {
        int tests = line.indexOf(" = ");
        int reason = line.indexOf(" - ");
        if ((tests < 0) == (reason < 0)) {
            throw new IllegalArgumentException("expected '<servers> = <tests>' or '<servers> - <reason>': " + line);
        }
        String servers = line.substring(0, Math.max(tests, reason));
        return new Answer(
                servers(servers),
                tests < 0 ? List.of() : List.of(line.substring(tests + 3).split(" ")));
    }

    private static Set<Server> servers(String words) {
        if (words.equals(EVERYWHERE)) {
            return EnumSet.allOf(Server.class);
        }
        Set<Server> servers = EnumSet.noneOf(Server.class);
        if (!words.equals(NOWHERE)) {
            Arrays.stream(words.split(" "))
                    .map(word -> word.toUpperCase(Locale.ROOT))
                    .map(Server::valueOf)
                    .forEach(servers::add);
        }
        return servers;
    }

    /** Whether something is said for every server, or a test needs none. */
    boolean isAnswered() {
        Set<Server> answered = EnumSet.noneOf(Server.class);
        answers.forEach(answer -> answered.addAll(answer.servers()));
        return answered.size() == Server.values().length
                || answers.stream().anyMatch(answer -> answer.servers().isEmpty());
    }

    /** The tests that do not exist, or do not run on a server that they are listed for. */
    List<String> missing(ListedTests tests) {
        return answers.stream()
                .flatMap(answer -> answer.tests().stream().filter(test -> !tests.exists(test, answer.servers())))
                .map(test -> heading + ": " + test)
                .toList();
    }
}
