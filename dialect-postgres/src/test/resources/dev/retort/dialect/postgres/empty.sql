-- SPDX-License-Identifier: Apache-2.0
-- Empties a database but for the schema "law". Dropping the schema "public" would do, but every session would have to plan all
-- its queries again; so that is done only if something is left that is not a relation, a type or a routine.
DO $$
DECLARE
    home oid := pg_catalog.to_regnamespace('public');
    item record;
BEGIN
    FOR item IN
        SELECT nspname FROM pg_catalog.pg_namespace
        WHERE nspname NOT LIKE 'pg\_%' AND nspname NOT IN ('information_schema', 'law', 'public')
    LOOP
        EXECUTE pg_catalog.format('DROP SCHEMA %I CASCADE', item.nspname);
    END LOOP;
    FOR item IN
        SELECT kind, pg_catalog.string_agg(name, ', ') AS names FROM (SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                WHEN 'c' THEN 'TYPE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind,
            pg_catalog.format('public.%I', relname) AS name
        FROM pg_catalog.pg_class WHERE relnamespace = home AND relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f')) relation
        GROUP BY kind ORDER BY kind <> 'TABLE'
    LOOP
        EXECUTE pg_catalog.format('DROP %s IF EXISTS %s CASCADE', item.kind, item.names);
    END LOOP;
    FOR item IN
        SELECT 'TYPE' AS kind, pg_catalog.string_agg(pg_catalog.format('public.%I', typname), ', ') AS names
        FROM pg_catalog.pg_type WHERE typnamespace = home AND typtype IN ('e', 'd', 'r')
        UNION ALL
        SELECT 'ROUTINE', pg_catalog.string_agg(pg_catalog.format('public.%I(%s)', proname,
            pg_catalog.pg_get_function_identity_arguments(oid)), ', ')
        FROM pg_catalog.pg_proc WHERE pronamespace = home
    LOOP
        IF item.names IS NOT NULL THEN
            EXECUTE pg_catalog.format('DROP %s IF EXISTS %s CASCADE', item.kind, item.names);
        END IF;
    END LOOP;
    IF home IS NULL OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend
        WHERE refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND refobjid = home)
    THEN
        DROP SCHEMA IF EXISTS public CASCADE;
        CREATE SCHEMA public;
    END IF;
    COMMENT ON SCHEMA public IS NULL;
END $$
