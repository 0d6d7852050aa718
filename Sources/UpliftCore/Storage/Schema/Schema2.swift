/// Version 2: what the journey canvas needs.
///
/// `lane` is made anew, with the same columns in the same places and one kind more, so that the
/// steps of older histories still apply to it; this runs with foreign keys off, or dropping the
/// table would take the cards along. `link` is made anew for the kinds of record that are new; a
/// table of its old name stays away for a moment only, as the triggers of others name it. The
/// `basisID` of stages, steps, lanes and cards is no foreign
/// key: it goes on naming what a future map's parts were copied from when that is gone, and undo
/// may bring it back.
///
/// `history.parent` is the step in force when a step was made, so that any step's state can be
/// found again; nil in steps of version 1, which follow each other. `history_name` holds the
/// versions that somebody named.
let schemaVersion2 = """
  CREATE TABLE channel (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('web', 'app', 'email', 'chat', 'phone', 'message', 'post', 'parcel', 'store', 'counter', 'person', 'event', 'social', 'device', 'other'))
  ) STRICT;
  CREATE TABLE tag (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate'))
  ) STRICT;
  CREATE TABLE picture (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mediaType TEXT NOT NULL CHECK (mediaType IN ('image/png', 'image/jpeg', 'image/svg+xml')),
    width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 65535),
    height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 65535),
    data BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 16777216)
  ) STRICT;
  CREATE TABLE saved_filter (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    definition TEXT NOT NULL
  ) STRICT;
  CREATE TABLE metric (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('nps', 'csat', 'ces', 'older_ces', 'own')),
    unit TEXT NOT NULL,
    lowest REAL,
    highest REAL,
    target REAL,
    isHigherBetter INTEGER NOT NULL CHECK (isHigherBetter IN (0, 1)),
    source TEXT NOT NULL
  ) STRICT;
  CREATE TABLE reading (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    metricID BLOB NOT NULL REFERENCES metric(id) ON DELETE CASCADE,
    stepID BLOB REFERENCES step(id) ON DELETE SET NULL,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    value REAL NOT NULL,
    sampleSize INTEGER CHECK (sampleSize >= 0),
    method TEXT NOT NULL
  ) STRICT;
  CREATE TABLE dialogue (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    leader TEXT NOT NULL,
    customer TEXT NOT NULL,
    likes TEXT NOT NULL,
    wouldImprove TEXT NOT NULL,
    leftUnsaid TEXT NOT NULL,
    followUp TEXT NOT NULL,
    risk TEXT CHECK (risk IN ('low', 'medium', 'high'))
  ) STRICT;
  CREATE TABLE card_channel (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    cardID BLOB NOT NULL REFERENCES card(id) ON DELETE CASCADE,
    channelID BLOB NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
    UNIQUE (cardID, channelID)
  ) STRICT;
  CREATE TABLE card_tag (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    cardID BLOB NOT NULL REFERENCES card(id) ON DELETE CASCADE,
    tagID BLOB NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
    UNIQUE (cardID, tagID)
  ) STRICT;
  CREATE TABLE step_department (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    stepID BLOB NOT NULL REFERENCES step(id) ON DELETE CASCADE,
    departmentID BLOB NOT NULL REFERENCES department(id) ON DELETE CASCADE,
    UNIQUE (stepID, departmentID)
  ) STRICT;
  CREATE INDEX reading_by_metricID ON reading (metricID);
  CREATE INDEX reading_by_stepID ON reading (stepID) WHERE stepID IS NOT NULL;
  CREATE INDEX card_channel_by_channelID ON card_channel (channelID);
  CREATE INDEX card_tag_by_tagID ON card_tag (tagID);
  CREATE INDEX step_department_by_departmentID ON step_department (departmentID);
  CREATE TABLE lane_of_version_2 (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mapID BLOB NOT NULL REFERENCES journey_map(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    laneKind TEXT NOT NULL CHECK (laneKind IN ('actions', 'thoughts', 'emotion', 'touchpoints', 'channels', 'pain_points', 'opportunities', 'physical_evidence', 'frontstage', 'backstage', 'support', 'metrics', 'images', 'text', 'departments')),
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    height REAL CHECK (height BETWEEN 24 AND 2000),
    isHidden INTEGER NOT NULL DEFAULT 0 CHECK (isHidden IN (0, 1)),
    isCollapsed INTEGER NOT NULL DEFAULT 0 CHECK (isCollapsed IN (0, 1)),
    isPinned INTEGER NOT NULL DEFAULT 0 CHECK (isPinned IN (0, 1)),
    emotionScale TEXT NOT NULL DEFAULT 'words' CHECK (emotionScale IN ('words', 'faces', 'numbers')),
    basisID BLOB CHECK (length(basisID) = 16)
  ) STRICT;
  INSERT INTO lane_of_version_2 (id, mapID, rank, laneKind, title, subtitle)
    SELECT id, mapID, rank, laneKind, title, subtitle FROM lane;
  DROP TABLE lane;
  ALTER TABLE lane_of_version_2 RENAME TO lane;
  CREATE INDEX lane_by_mapID ON lane (mapID);
  CREATE TRIGGER lane_takes_its_links AFTER DELETE ON lane BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER lane_is_found AFTER INSERT ON lane BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('lane', NEW.id, NEW.title || ' ' || NEW.subtitle);
  END;
  CREATE TRIGGER lane_is_forgotten AFTER DELETE ON lane BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER lane_is_found_anew AFTER UPDATE OF title, subtitle ON lane BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.subtitle WHERE id = NEW.id;
  END;
  ALTER TABLE journey_map ADD COLUMN columnWidth REAL CHECK (columnWidth BETWEEN 80 AND 1000);
  ALTER TABLE stage ADD COLUMN basisID BLOB CHECK (length(basisID) = 16);
  ALTER TABLE step ADD COLUMN basisID BLOB CHECK (length(basisID) = 16);
  ALTER TABLE step ADD COLUMN opensMapID BLOB REFERENCES journey_map(id) ON DELETE SET NULL;
  ALTER TABLE card ADD COLUMN basisID BLOB CHECK (length(basisID) = 16);
  ALTER TABLE card ADD COLUMN pictureID BLOB REFERENCES picture(id) ON DELETE SET NULL;
  ALTER TABLE card ADD COLUMN metricID BLOB REFERENCES metric(id) ON DELETE SET NULL;
  ALTER TABLE persona ADD COLUMN pictureID BLOB REFERENCES picture(id) ON DELETE SET NULL;
  ALTER TABLE persona ADD COLUMN colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate'));
  CREATE INDEX step_by_opensMapID ON step (opensMapID) WHERE opensMapID IS NOT NULL;
  CREATE INDEX card_by_pictureID ON card (pictureID) WHERE pictureID IS NOT NULL;
  CREATE INDEX card_by_metricID ON card (metricID) WHERE metricID IS NOT NULL;
  CREATE INDEX persona_by_pictureID ON persona (pictureID) WHERE pictureID IS NOT NULL;
  CREATE TRIGGER card_takes_its_picture AFTER DELETE ON card WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER card_lets_its_picture_go AFTER UPDATE OF pictureID ON card
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER persona_takes_its_picture AFTER DELETE ON persona WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER persona_lets_its_picture_go AFTER UPDATE OF pictureID ON persona
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER channel_takes_its_links AFTER DELETE ON channel BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER tag_takes_its_links AFTER DELETE ON tag BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER picture_takes_its_links AFTER DELETE ON picture BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER saved_filter_takes_its_links AFTER DELETE ON saved_filter BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER metric_takes_its_links AFTER DELETE ON metric BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER reading_takes_its_links AFTER DELETE ON reading BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER dialogue_takes_its_links AFTER DELETE ON dialogue BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER card_channel_takes_its_links AFTER DELETE ON card_channel BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER card_tag_takes_its_links AFTER DELETE ON card_tag BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER step_department_takes_its_links AFTER DELETE ON step_department BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER metric_is_found AFTER INSERT ON metric BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('metric', NEW.id, NEW.title || ' ' || NEW.source);
  END;
  CREATE TRIGGER metric_is_forgotten AFTER DELETE ON metric BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER metric_is_found_anew AFTER UPDATE OF title, source ON metric BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.source WHERE id = NEW.id;
  END;
  CREATE TRIGGER dialogue_is_found AFTER INSERT ON dialogue BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('dialogue', NEW.id, NEW.customer || ' ' || NEW.leader || ' ' || NEW.likes || ' ' || NEW.wouldImprove || ' ' || NEW.leftUnsaid || ' ' || NEW.followUp);
  END;
  CREATE TRIGGER dialogue_is_forgotten AFTER DELETE ON dialogue BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER dialogue_is_found_anew AFTER UPDATE OF customer, leader, likes, wouldImprove, leftUnsaid, followUp ON dialogue BEGIN
    UPDATE search_entry SET text = NEW.customer || ' ' || NEW.leader || ' ' || NEW.likes || ' ' || NEW.wouldImprove || ' ' || NEW.leftUnsaid || ' ' || NEW.followUp WHERE id = NEW.id;
  END;
  ALTER TABLE history ADD COLUMN parent INTEGER;
  CREATE TABLE history_name (
    sequence INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE link_of_version_1 AS SELECT * FROM link;
  DROP TABLE link;
  CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    role TEXT NOT NULL CHECK (role IN ('leads_to', 'raised_by', 'backed_by', 'about')),
    fromKind TEXT NOT NULL CHECK (fromKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'advisory_group', 'member', 'meeting', 'agenda_item', 'attendance', 'board', 'board_column', 'cluster', 'note', 'vote')),
    fromID BLOB NOT NULL CHECK (length(fromID) = 16),
    toKind TEXT NOT NULL CHECK (toKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'advisory_group', 'member', 'meeting', 'agenda_item', 'attendance', 'board', 'board_column', 'cluster', 'note', 'vote')),
    toID BLOB NOT NULL CHECK (length(toID) = 16)
  ) STRICT;
  INSERT INTO link (id, rank, role, fromKind, fromID, toKind, toID)
    SELECT id, rank, role, fromKind, fromID, toKind, toID FROM link_of_version_1;
  DROP TABLE link_of_version_1;
  CREATE INDEX link_by_fromID ON link (fromID);
  CREATE INDEX link_by_toID ON link (toID);
  """
