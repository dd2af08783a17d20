-- SPDX-License-Identifier: Apache-2.0
-- Everything that MariaDB knows and Retort carries.
CREATE TABLE all_types (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  a tinyint, b tinyint(1), c smallint unsigned, d mediumint, e int unsigned, f int(5) unsigned zerofill, g bigint,
  h decimal(10,2) unsigned, i decimal(65,30), j float, k double, l float unsigned, m double(10,3), n bit(1), o bit(17),
  p char(3), q varchar(20) CHARACTER SET latin1, r varchar(20) CHARACTER SET ascii COLLATE ascii_bin, s tinytext, t text,
  u mediumtext, v longtext, w binary(4), x varbinary(9), y tinyblob, z blob, aa mediumblob, ab longblob, ac date,
  ad datetime, ae datetime(6), af timestamp NULL, ag timestamp(3) NULL, ah time, ai time(2), aj year,
  ak enum('a', 'it''s', 'c,d', 'e"f', 'g\\h'), al set('x', 'y''z') CHARACTER SET latin1, am json, an geometry,
  ao point NOT NULL, ap linestring, aq polygon, ar multipoint, ats multilinestring, au multipolygon,
  av geometrycollection, aw char(1) CHARACTER SET binary, ax varchar(10) COLLATE utf8mb4_bin,
  ay text CHARACTER SET utf8mb3, az nchar(5), ba decimal(5,0) zerofill, SPATIAL KEY sp (ao)
) COMMENT 'it''s a table' ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE defaults (
  a int DEFAULT 5, b int NOT NULL DEFAULT '0', c varchar(20) DEFAULT 'it''s', d varchar(20) DEFAULT '',
  e datetime DEFAULT CURRENT_TIMESTAMP,
  f timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  g datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  h date DEFAULT '2020-01-02', i time DEFAULT '10:11:12', j enum('a','b') DEFAULT 'b', k set('a','b') DEFAULT 'a,b',
  l bit(4) DEFAULT b'1010', m decimal(5,2) DEFAULT 1.50, n boolean DEFAULT true,
  o varchar(36) DEFAULT (uuid()), p int DEFAULT (1 + 2), q json DEFAULT (json_array()), r text DEFAULT ('abc'),
  s binary(4) DEFAULT 'ab', sa varbinary(9) DEFAULT 'a\0b', sb varbinary(9) DEFAULT x'fffe', sc varbinary(9) DEFAULT '',
  t double DEFAULT 1.5e10, u bigint unsigned DEFAULT 18446744073709551615, v year DEFAULT '2020',
  w timestamp NULL DEFAULT '2020-01-01 00:00:00', x varchar(9) DEFAULT 'a\\b', y datetime DEFAULT NULL,
  z int COMMENT 'a \\ ''comment''', za timestamp NULL ON UPDATE CURRENT_TIMESTAMP, zb varchar(10) DEFAULT 'NULL',
  zc varchar(30) DEFAULT 'current_timestamp', zd char(10) DEFAULT 'tab	x', ze varchar(30) DEFAULT '%s :x ? {} ${y}',
  zf varchar(30) DEFAULT 'größe 日本 😀', zg varchar(10) DEFAULT 'a
b'
);
SET sql_mode = '';
CREATE TABLE zero_dates (
  a datetime NOT NULL DEFAULT '0000-00-00 00:00:00', b date NOT NULL DEFAULT '0000-00-00',
  c timestamp NOT NULL DEFAULT '0000-00-00 00:00:00', d date DEFAULT '2020-00-00', e varchar(30) DEFAULT '0000-00-00'
);
SET sql_mode = DEFAULT;
CREATE TABLE computed (
  a int, b int, c int GENERATED ALWAYS AS (a + b) VIRTUAL, d int AS (a * 2) STORED,
  e varchar(50) AS (concat(a, 'it''s')) VIRTUAL COMMENT 'c', f json,
  g varchar(20) AS (json_unquote(json_extract(f, '$.name'))) STORED, h int INVISIBLE, i int DEFAULT 4 INVISIBLE,
  KEY (g), KEY (c)
);
CREATE TABLE key_of_much (a int, b int, c int, PRIMARY KEY (a DESC, b) COMMENT 'the key''s', UNIQUE KEY (c));
CREATE TABLE memory_key (a int, b int, PRIMARY KEY (a) USING BTREE, UNIQUE KEY (b)) ENGINE=MEMORY;
CREATE TABLE merged_a (a int) ENGINE=MyISAM;
CREATE TABLE merged_b (a int) ENGINE=MyISAM;
CREATE TABLE merged (a int) ENGINE=MRG_MyISAM UNION=(merged_a,merged_b) INSERT_METHOD=FIRST;
CREATE TABLE odd_defaults (a tinyint(1) DEFAULT 2, b varchar(9) DEFAULT 'b''1''', c varchar(9) DEFAULT '0x41');
CREATE TABLE units (
  a datetime, b int DEFAULT (timestampdiff(DAY, '2020-01-01', now())), c int AS (timestampdiff(MINUTE, a, '2020-01-01')),
  d int, CONSTRAINT between_numbers CHECK (interval(d, 1, 2) > 0)
);
SET sql_mode = 'ALLOW_INVALID_DATES';
CREATE TABLE false_dates (a date DEFAULT '2021-02-31', b datetime DEFAULT '2021-04-31 00:00:00');
SET sql_mode = DEFAULT;
CREATE TABLE `odd ``name``` (
  `id` int PRIMARY KEY, `a b` int, `select` int, `ünï` int, `per%cent` int, `ques?tion` int, `co:lon` int,
  UNIQUE KEY `my key` (`a b`, `select`), CONSTRAINT `it's` CHECK (`a b` > 0)
) COMMENT 'hostile: '' " ` \\ %s :x ? -- /* */ ;';
CREATE TABLE indexed (
  id int, a varchar(100), b text, c int, d datetime, e int, PRIMARY KEY (id, c), KEY k1 (a(10), b(20)),
  KEY k2 (c DESC, e ASC), UNIQUE KEY k3 (a), FULLTEXT KEY k4 (a, b) COMMENT 'full', KEY k5 (d) COMMENT 'it''s',
  UNIQUE KEY k7 (e, c DESC), KEY k9 (c) USING BTREE
) COLLATE utf8mb4_unicode_ci;
CREATE TABLE unnamed_keys (a int, b int, c int, UNIQUE (a), UNIQUE (a, b), KEY (b), KEY (b, c), UNIQUE KEY c_3 (c));
CREATE TABLE long_key (a text, b int, PRIMARY KEY (a(20), b));
CREATE TABLE numbered (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=1000;
CREATE TABLE parent (id int PRIMARY KEY, x int, y int, UNIQUE KEY xy (x, y)) COMMENT 'rows that others point to';
CREATE TABLE child (
  id int PRIMARY KEY, p int, px int, py int, self int, KEY (p),
  CONSTRAINT c1 FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL,
  FOREIGN KEY (px, py) REFERENCES parent (x, y) ON DELETE SET NULL,
  FOREIGN KEY (self) REFERENCES child (id) ON DELETE RESTRICT
);
CREATE TABLE circle_a (id int PRIMARY KEY, b int);
CREATE TABLE circle_b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES circle_a (id));
ALTER TABLE circle_a ADD CONSTRAINT back FOREIGN KEY (b) REFERENCES circle_b (id);
CREATE TABLE key_of_key (a int, b int, PRIMARY KEY (a, b), KEY a (a), FOREIGN KEY (a) REFERENCES parent (id));
CREATE TABLE latin (
  a varchar(10), b varchar(10) CHARACTER SET utf8mb4, c enum('x','ü') CHARACTER SET utf8mb4 DEFAULT 'ü',
  d set('x','y') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
) CHARACTER SET latin1;
CREATE TABLE bytes_as_words (a enum('page','file') NOT NULL DEFAULT 'page', b set('x','y') DEFAULT 'x,y') CHARACTER SET binary;
CREATE TABLE row_formats (a int) ROW_FORMAT=DYNAMIC;
CREATE TABLE memory_table (a int, b int, KEY (a), KEY (b) USING BTREE) ENGINE=MEMORY MAX_ROWS=1000;
CREATE TABLE my_isam (grp int, id int NOT NULL AUTO_INCREMENT, b text, PRIMARY KEY (grp, id))
  ENGINE=MyISAM CHECKSUM=1 DELAY_KEY_WRITE=1 PACK_KEYS=1 AVG_ROW_LENGTH=100;
CREATE TABLE measured (a int) STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=10;
CREATE TABLE ranged (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at))
  PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2000) COMMENT 'it''s old',
  PARTITION P1 VALUES LESS THAN (2010), PARTITION `p max` VALUES LESS THAN MAXVALUE);
CREATE TABLE listed (id int, kind int)
  PARTITION BY LIST (kind + 1) (PARTITION a VALUES IN (1, 2, NULL), PARTITION b VALUES IN (3));
CREATE TABLE listed_columns (a varchar(10), b int)
  PARTITION BY LIST COLUMNS (a) (PARTITION a VALUES IN ('x', 'it''s'), PARTITION b VALUES IN ('ü'));
CREATE TABLE hashed (id int) PARTITION BY HASH (id) PARTITIONS 4;
CREATE TABLE hashed_line (id int) PARTITION BY LINEAR HASH (id DIV 2) (PARTITION one, PARTITION two COMMENT 'second');
CREATE TABLE keyed (id int PRIMARY KEY) PARTITION BY KEY (id) PARTITIONS 3;
CREATE TABLE keyed_all (id int PRIMARY KEY) PARTITION BY LINEAR KEY () PARTITIONS 2;
CREATE TABLE ranged_columns (a int, b varchar(10)) PARTITION BY RANGE COLUMNS (a, b)
  (PARTITION p0 VALUES LESS THAN (5, 'm'), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
CREATE TABLE sub (id int, at date) PARTITION BY RANGE (year(at)) SUBPARTITION BY HASH (to_days(at)) SUBPARTITIONS 2
  (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE sub_named (id int, at date) PARTITION BY RANGE (year(at)) SUBPARTITION BY KEY (id)
  (PARTITION p0 VALUES LESS THAN (2000) (SUBPARTITION s1 COMMENT 'c', SUBPARTITION s2),
  PARTITION p1 VALUES LESS THAN MAXVALUE (SUBPARTITION s3, SUBPARTITION s4));
CREATE TABLE sub_commented (id int, at date) PARTITION BY RANGE (year(at)) SUBPARTITION BY HASH (to_days(at)) SUBPARTITIONS 2
  (PARTITION p0 VALUES LESS THAN (2000) COMMENT 'old', PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE ranged_emoji (a varchar(9)) PARTITION BY RANGE COLUMNS (a)
  (PARTITION p0 VALUES LESS THAN ('😀'), PARTITION p1 VALUES LESS THAN (MAXVALUE));
CREATE VIEW z_base AS
  SELECT p.id, p.x, c.id AS cid FROM parent p LEFT JOIN child c ON c.p = p.id WHERE p.x > 1;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW a_on_base (one, `t wo`) AS SELECT id, x FROM z_base WHERE x < 10;
CREATE VIEW aliased AS SELECT p.id, p.x AS y FROM parent AS p WHERE p.x > 1;
CREATE VIEW units_of_time AS SELECT interval(x, 1, 2) AS i, timestampadd(WEEK, 1, '2020-01-01') AS t FROM parent;
CREATE VIEW joined (one, two) AS SELECT p.id, c.id FROM parent p JOIN child c ON c.p = p.id;
CREATE VIEW checked AS SELECT id, x FROM parent WHERE x > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded AS SELECT id FROM checked WHERE id > 0 WITH CASCADED CHECK OPTION;
CREATE ALGORITHM=TEMPTABLE VIEW grouped AS
  SELECT x, count(*) AS n, group_concat(DISTINCT q.y ORDER BY q.y DESC SEPARATOR ';') AS g FROM parent q GROUP BY x
  WITH ROLLUP;
CREATE VIEW windowed AS
  WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 5)
  SELECT n.i, row_number() OVER (PARTITION BY p.x ORDER BY p.y DESC) AS rn,
  CASE WHEN p.x > 1 THEN 'a' ELSE 'it''s' END AS c FROM n JOIN parent p ON p.id = n.i;
CREATE VIEW many AS SELECT 1 AS a UNION ALL SELECT 2 ORDER BY a LIMIT 3;
CREATE VIEW dates AS
  SELECT DATE_ADD(now(), INTERVAL 1 DAY) AS t, CAST('1' AS UNSIGNED) AS u, 'x' COLLATE utf8mb4_bin AS w,
  (SELECT max(id) FROM parent) AS m, EXISTS (SELECT 1 FROM child) AS e, NULL IS NULL AS nn, if(1 > 2, 3, 4) AS f;
CREATE VIEW introduced AS SELECT _utf8mb3 'x' AS a, _latin1 'y' AS b, id FROM parent WHERE x <> _ascii 'z';
CREATE DEFINER=`somebody`@`%` VIEW of_somebody AS SELECT 1 AS a;
DELIMITER //
CREATE FUNCTION z_helper(a INT, b VARCHAR(10) CHARACTER SET latin1) RETURNS varchar(20) CHARACTER SET utf8mb4
  DETERMINISTIC NO SQL COMMENT 'it''s' BEGIN RETURN concat(a, 'x'';', "d""q", 'b\\'); END//
CREATE FUNCTION a_caller(a int) RETURNS INTEGER READS SQL DATA SQL SECURITY INVOKER
  RETURN (SELECT count(*) FROM parent WHERE id = a)//
CREATE FUNCTION in_latin() RETURNS text CHARACTER SET latin1 NO SQL RETURN 'ü'//
CREATE PROCEDURE proc(
  IN a int,
  OUT `b c` decimal(5,2),
  INOUT c text
) MODIFIES SQL DATA BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET `b c` = 1; SET `b c` = 2;
  IF a > 1 THEN SET c = 'it''s; END'; END IF; CASE a WHEN 1 THEN SET c = NULL; ELSE BEGIN END; END CASE;
END//
CREATE PROCEDURE nothing() BEGIN END//
CREATE DEFINER=`somebody`@`%` PROCEDURE of_somebody() SELECT 1//
SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'//
CREATE FUNCTION ansi("a b" int) RETURNS varchar(9) DETERMINISTIC RETURN "a b" || 'x'//
SET sql_mode = 'NO_BACKSLASH_ESCAPES'//
CREATE FUNCTION backslash() RETURNS varchar(9) DETERMINISTIC RETURN 'a\'//
SET sql_mode = ''//
CREATE TRIGGER `lenient` BEFORE UPDATE ON `parent` FOR EACH ROW SET NEW.x = 1 / 0//
SET sql_mode = DEFAULT//
CREATE TRIGGER `zz_first` BEFORE INSERT ON `parent` FOR EACH ROW SET NEW.x = 'a;''b'//
CREATE TRIGGER `aa_second` BEFORE INSERT ON `parent` FOR EACH ROW BEGIN SET NEW.y = 1; END//
CREATE TRIGGER `mm_between` BEFORE INSERT ON `parent` FOR EACH ROW PRECEDES aa_second SET NEW.y = 2//
CREATE DEFINER=`somebody`@`%` TRIGGER `aft` AFTER DELETE ON `child` FOR EACH ROW DELETE FROM circle_a WHERE id = OLD.id//
CREATE TRIGGER `quotes` AFTER UPDATE ON `child` FOR EACH ROW SET @x = 'a\\b', @y = "c'd", @z = 'e"f', @u = '%s :x ?'//
CREATE EVENT ev1 ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ENDS '2035-01-01 00:00:00'
  ON COMPLETION PRESERVE COMMENT 'it''s' DO BEGIN DELETE FROM parent; SET @x = 'it''s'; END//
SET time_zone = '+05:00'//
CREATE DEFINER=`somebody`@`%` EVENT ev2 ON SCHEDULE AT '2035-01-01 00:00:00' DISABLE DO SET @x = 1//
SET time_zone = '+00:00', sql_mode = 'ANSI_QUOTES'//
CREATE EVENT ev3 ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' DO INSERT INTO "parent" VALUES (1, 2, 3)//
SET sql_mode = DEFAULT//
CREATE TRIGGER smile AFTER INSERT ON `child` FOR EACH ROW SET @x = '😀', @y = '?'//
SET sql_mode = 'NO_BACKSLASH_ESCAPES'//
CREATE EVENT ev4 ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' COMMENT 'c\' DO SET @x = 'a\'//
SET sql_mode = DEFAULT//
DELIMITER ;
CREATE VIEW uses_function AS SELECT z_helper(1, 'a') AS h, a_caller(2) AS c;
CREATE TABLE checks (
  a int CHECK (a > 0), b varchar(10) COMMENT 'c' CHECK (b <> '%'), c date,
  CONSTRAINT named CHECK (a < 100 AND (b = 'x' OR b IN ('a', 'it''s'))),
  CONSTRAINT ck1 CHECK (b LIKE 'a\%%' OR b IS NULL), CONSTRAINT ck2 CHECK (a BETWEEN 1 AND 5),
  CONSTRAINT ck3 CHECK (char_length(b) > 2), CONSTRAINT ck4 CHECK (b REGEXP '^[a-z]+$'), CONSTRAINT ck5 CHECK (NOT a = 3),
  CONSTRAINT ck6 CHECK (c > '2020-01-01'), CONSTRAINT ck7 CHECK (a % 2 = 0),
  CONSTRAINT ck8 CHECK (case when a > 1 then b = 'q' else true end)
);
CREATE TABLE unnamed_checks (a int, b int, CHECK (b > 5), CHECK (a > 1));
CREATE TABLE widths (a int(3), b bigint(13) unsigned NOT NULL DEFAULT 0, c tinyint(2), d smallint(6), e int(10));
CREATE TABLE not_json (a longtext CHECK (json_valid(a)), b json NOT NULL, c json COMMENT 'c');
CREATE SEQUENCE seq START WITH 5 INCREMENT BY 3 MINVALUE 1 MAXVALUE 1000 CACHE 10 CYCLE;
CREATE TABLE uses_sequence (id int DEFAULT (nextval(seq)), b uuid, c inet6, d inet4);
CREATE TABLE versioned (a int, b int) WITH SYSTEM VERSIONING;
CREATE TABLE versioned_columns (
  a int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE,
  b int WITHOUT SYSTEM VERSIONING, PERIOD FOR SYSTEM_TIME (s, e)
) WITH SYSTEM VERSIONING;
CREATE TABLE periods (a int, s date, e date, PERIOD FOR valid (s, e), UNIQUE (a, valid WITHOUT OVERLAPS));
CREATE TABLE period_key (a int, s date, e date, PERIOD FOR p (s, e), PRIMARY KEY (a, p WITHOUT OVERLAPS));
CREATE TABLE versioned_parts (a int) WITH SYSTEM VERSIONING
  PARTITION BY SYSTEM_TIME (PARTITION p0 HISTORY, PARTITION pn CURRENT);
CREATE TABLE versioned_intervals (a int) WITH SYSTEM VERSIONING
  PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS '2030-01-01 00:00:00' PARTITIONS 3;
CREATE TABLE listed_default (a int) PARTITION BY LIST (a) (PARTITION x VALUES IN (1), PARTITION y DEFAULT);
CREATE TABLE aria (a int) ENGINE=Aria;
CREATE TABLE aria_unsafe (a int) ENGINE=Aria TRANSACTIONAL=0 PAGE_CHECKSUM=0;
CREATE TABLE ignored (a int, b text CHARACTER SET latin1 COMPRESSED, c text COMPRESSED NOT NULL COMMENT 'c', KEY k (a) IGNORED);
CREATE TABLE reference_systems (p point REF_SYSTEM_ID=4326 NOT NULL, SPATIAL KEY (p));
CREATE TABLE compressed_pages (a int) PAGE_COMPRESSED=1;
DELIMITER //
CREATE AGGREGATE FUNCTION agg(x int) RETURNS int
BEGIN
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN 1;
  LOOP FETCH GROUP NEXT ROW; END LOOP;
END//
DELIMITER ;
CREATE TABLE long_unique (a text, b varchar(3000), UNIQUE KEY a (a), UNIQUE KEY by_two (a, b), UNIQUE KEY said (b) COMMENT 'c');
CREATE TABLE smiles (
  a varchar(20) DEFAULT (concat('😀', 'x')), b varchar(20) AS (concat(a, '😁')) VIRTUAL, c varchar(9) CHECK (c <> '😂'),
  d varchar(20) DEFAULT (concat('😃', 'x')), CONSTRAINT one CHECK (a <> '😄'), CONSTRAINT other CHECK (a <> '😅')
);
CREATE TABLE renamed (a int CHECK (a > 1), b int CHECK (b > 2));
ALTER TABLE renamed RENAME COLUMN a TO c;
DELIMITER //
CREATE PACKAGE pack COMMENT 'it''s' PROCEDURE p(); FUNCTION f(x int) RETURNS int; END//
CREATE PACKAGE BODY pack PROCEDURE hidden() SELECT '$$;'; PROCEDURE p() CALL hidden(); FUNCTION f(x int) RETURNS int RETURN x; END//
CREATE DEFINER=`somebody`@`%` PACKAGE without_body PROCEDURE p(); END//
SET sql_mode = ORACLE//
CREATE PACKAGE oracle_pack AS FUNCTION f(a INT) RETURN INT; END//
CREATE PACKAGE BODY oracle_pack AS v INT := 5; FUNCTION f(a INT) RETURN INT AS BEGIN RETURN a + v; END; END//
SET sql_mode = DEFAULT//
DELIMITER ;
