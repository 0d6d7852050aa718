/// Version 1. Shipped: it never changes.
///
/// `history.state` is 0 for a step that is in force, 1 for one that was undone and can be redone,
/// 2 for one that was undone and left behind when another edit came after it.
let schemaVersion1 = """
  CREATE TABLE workspace (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL,
    createdAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE department (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE persona (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('customer', 'employee', 'partner')),
    age INTEGER CHECK (age BETWEEN 0 AND 150),
    goals TEXT NOT NULL,
    quote TEXT NOT NULL,
    context TEXT NOT NULL
  ) STRICT;
  CREATE TABLE journey_map (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    personaID BLOB REFERENCES persona(id) ON DELETE SET NULL,
    scenario TEXT NOT NULL,
    expectations TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('current', 'future')),
    basisID BLOB REFERENCES journey_map(id) ON DELETE SET NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('hypothesis', 'researched', 'agreed'))
  ) STRICT;
  CREATE TABLE stage (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mapID BLOB NOT NULL REFERENCES journey_map(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate'))
  ) STRICT;
  CREATE TABLE step (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    stageID BLOB NOT NULL REFERENCES stage(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    isMomentOfTruth INTEGER NOT NULL CHECK (isMomentOfTruth IN (0, 1))
  ) STRICT;
  CREATE TABLE lane (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mapID BLOB NOT NULL REFERENCES journey_map(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    laneKind TEXT NOT NULL CHECK (laneKind IN ('actions', 'thoughts', 'emotion', 'touchpoints', 'channels', 'pain_points', 'opportunities', 'physical_evidence', 'frontstage', 'backstage', 'support', 'metrics', 'images', 'text')),
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL
  ) STRICT;
  CREATE TABLE blueprint_line (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mapID BLOB NOT NULL REFERENCES journey_map(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    line TEXT NOT NULL CHECK (line IN ('interaction', 'visibility', 'internal_interaction')),
    UNIQUE (mapID, line)
  ) STRICT;
  CREATE TABLE card (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    laneID BLOB NOT NULL REFERENCES lane(id) ON DELETE CASCADE,
    stepID BLOB NOT NULL REFERENCES step(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    span INTEGER NOT NULL CHECK (span BETWEEN 1 AND 10000),
    cardKind TEXT CHECK (cardKind IN ('actions', 'thoughts', 'emotion', 'touchpoints', 'channels', 'pain_points', 'opportunities', 'physical_evidence', 'frontstage', 'backstage', 'support', 'metrics', 'images', 'text')),
    text TEXT NOT NULL,
    colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate')),
    evidence TEXT NOT NULL CHECK (evidence IN ('observed', 'reported', 'assumed')),
    source TEXT NOT NULL
  ) STRICT;
  CREATE TABLE card_department (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    cardID BLOB NOT NULL REFERENCES card(id) ON DELETE CASCADE,
    departmentID BLOB NOT NULL REFERENCES department(id) ON DELETE CASCADE,
    UNIQUE (cardID, departmentID)
  ) STRICT;
  CREATE TABLE emotion (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    stepID BLOB NOT NULL REFERENCES step(id) ON DELETE CASCADE,
    personaID BLOB REFERENCES persona(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    value REAL NOT NULL CHECK (value BETWEEN -2 AND 2),
    UNIQUE (stepID, personaID)
  ) STRICT;
  CREATE TABLE advisory_group (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    groupKind TEXT NOT NULL CHECK (groupKind IN ('employee_advisory_group', 'customer_advisory_board', 'focus_group')),
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    scope TEXT NOT NULL,
    limitsOfAuthority TEXT NOT NULL,
    cadence TEXT NOT NULL,
    term TEXT NOT NULL,
    termEnd TEXT CHECK (termEnd GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reviewDate TEXT CHECK (reviewDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    minimumSize INTEGER NOT NULL CHECK (minimumSize >= 1),
    maximumSize INTEGER NOT NULL CHECK (maximumSize >= minimumSize)
  ) STRICT;
  CREATE TABLE member (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    level TEXT NOT NULL,
    site TEXT NOT NULL,
    shift TEXT NOT NULL,
    tenure TEXT NOT NULL,
    termStart TEXT CHECK (termStart GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    termEnd TEXT CHECK (termEnd GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    successor TEXT NOT NULL
  ) STRICT;
  CREATE TABLE meeting (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE agenda_item (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    meetingID BLOB NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped'))
  ) STRICT;
  CREATE TABLE attendance (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    meetingID BLOB NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
    memberID BLOB NOT NULL REFERENCES member(id) ON DELETE CASCADE,
    isPresent INTEGER NOT NULL CHECK (isPresent IN (0, 1)),
    UNIQUE (meetingID, memberID)
  ) STRICT;
  CREATE TABLE board (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    meetingID BLOB REFERENCES meeting(id) ON DELETE SET NULL,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL
  ) STRICT;
  CREATE TABLE board_column (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    boardID BLOB NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate'))
  ) STRICT;
  CREATE TABLE cluster (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    columnID BLOB NOT NULL REFERENCES board_column(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL
  ) STRICT;
  CREATE TABLE note (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    columnID BLOB NOT NULL REFERENCES board_column(id) ON DELETE CASCADE,
    clusterID BLOB REFERENCES cluster(id) ON DELETE SET NULL,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    text TEXT NOT NULL,
    authorID BLOB REFERENCES member(id) ON DELETE SET NULL,
    theme TEXT NOT NULL,
    colour TEXT CHECK (colour IN ('blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'violet', 'slate')),
    createdAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE vote (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    noteID BLOB REFERENCES note(id) ON DELETE CASCADE,
    clusterID BLOB REFERENCES cluster(id) ON DELETE CASCADE,
    memberID BLOB REFERENCES member(id) ON DELETE SET NULL,
    CHECK ((noteID IS NULL) <> (clusterID IS NULL))
  ) STRICT;
  CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    role TEXT NOT NULL CHECK (role IN ('leads_to', 'raised_by', 'backed_by', 'about')),
    fromKind TEXT NOT NULL CHECK (fromKind IN ('workspace', 'department', 'persona', 'journey_map', 'stage', 'step', 'lane', 'blueprint_line', 'card', 'card_department', 'emotion', 'advisory_group', 'member', 'meeting', 'agenda_item', 'attendance', 'board', 'board_column', 'cluster', 'note', 'vote')),
    fromID BLOB NOT NULL CHECK (length(fromID) = 16),
    toKind TEXT NOT NULL CHECK (toKind IN ('workspace', 'department', 'persona', 'journey_map', 'stage', 'step', 'lane', 'blueprint_line', 'card', 'card_department', 'emotion', 'advisory_group', 'member', 'meeting', 'agenda_item', 'attendance', 'board', 'board_column', 'cluster', 'note', 'vote')),
    toID BLOB NOT NULL CHECK (length(toID) = 16)
  ) STRICT;
  CREATE UNIQUE INDEX one_workspace ON workspace ((1));
  CREATE UNIQUE INDEX one_emotion_of_nobody ON emotion (stepID) WHERE personaID IS NULL;
  CREATE INDEX journey_map_by_personaID ON journey_map (personaID);
  CREATE INDEX journey_map_by_basisID ON journey_map (basisID);
  CREATE INDEX stage_by_mapID ON stage (mapID);
  CREATE INDEX step_by_stageID ON step (stageID);
  CREATE INDEX lane_by_mapID ON lane (mapID);
  CREATE INDEX blueprint_line_by_mapID ON blueprint_line (mapID);
  CREATE INDEX card_by_laneID ON card (laneID);
  CREATE INDEX card_by_stepID ON card (stepID);
  CREATE INDEX card_department_by_cardID ON card_department (cardID);
  CREATE INDEX card_department_by_departmentID ON card_department (departmentID);
  CREATE INDEX emotion_by_stepID ON emotion (stepID);
  CREATE INDEX emotion_by_personaID ON emotion (personaID);
  CREATE INDEX member_by_groupID ON member (groupID);
  CREATE INDEX meeting_by_groupID ON meeting (groupID);
  CREATE INDEX agenda_item_by_meetingID ON agenda_item (meetingID);
  CREATE INDEX attendance_by_meetingID ON attendance (meetingID);
  CREATE INDEX attendance_by_memberID ON attendance (memberID);
  CREATE INDEX board_by_groupID ON board (groupID);
  CREATE INDEX board_by_meetingID ON board (meetingID);
  CREATE INDEX board_column_by_boardID ON board_column (boardID);
  CREATE INDEX cluster_by_columnID ON cluster (columnID);
  CREATE INDEX note_by_columnID ON note (columnID);
  CREATE INDEX note_by_clusterID ON note (clusterID);
  CREATE INDEX note_by_authorID ON note (authorID);
  CREATE INDEX vote_by_noteID ON vote (noteID);
  CREATE INDEX vote_by_clusterID ON vote (clusterID);
  CREATE INDEX vote_by_memberID ON vote (memberID);
  CREATE INDEX link_by_fromID ON link (fromID);
  CREATE INDEX link_by_toID ON link (toID);
  CREATE TRIGGER department_takes_its_links AFTER DELETE ON department BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER persona_takes_its_links AFTER DELETE ON persona BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER journey_map_takes_its_links AFTER DELETE ON journey_map BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER stage_takes_its_links AFTER DELETE ON stage BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER step_takes_its_links AFTER DELETE ON step BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER lane_takes_its_links AFTER DELETE ON lane BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER blueprint_line_takes_its_links AFTER DELETE ON blueprint_line BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER card_takes_its_links AFTER DELETE ON card BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER card_department_takes_its_links AFTER DELETE ON card_department BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER emotion_takes_its_links AFTER DELETE ON emotion BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER advisory_group_takes_its_links AFTER DELETE ON advisory_group BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER member_takes_its_links AFTER DELETE ON member BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER meeting_takes_its_links AFTER DELETE ON meeting BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER agenda_item_takes_its_links AFTER DELETE ON agenda_item BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER attendance_takes_its_links AFTER DELETE ON attendance BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER board_takes_its_links AFTER DELETE ON board BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER board_column_takes_its_links AFTER DELETE ON board_column BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER cluster_takes_its_links AFTER DELETE ON cluster BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER note_takes_its_links AFTER DELETE ON note BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER vote_takes_its_links AFTER DELETE ON vote BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE search_index USING fts5 (
    text, content = 'search_entry', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );
  CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_index (rowid, text) VALUES (NEW.entry, NEW.text);
  END;
  CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', OLD.entry, OLD.text);
  END;
  CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', OLD.entry, OLD.text);
    INSERT INTO search_index (rowid, text) VALUES (NEW.entry, NEW.text);
  END;
  CREATE TRIGGER department_is_found AFTER INSERT ON department BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('department', NEW.id, NEW.name);
  END;
  CREATE TRIGGER department_is_forgotten AFTER DELETE ON department BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER department_is_found_anew AFTER UPDATE OF name ON department BEGIN
    UPDATE search_entry SET text = NEW.name WHERE id = NEW.id;
  END;
  CREATE TRIGGER persona_is_found AFTER INSERT ON persona BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('persona', NEW.id, NEW.name || ' ' || NEW.goals || ' ' || NEW.quote || ' ' || NEW.context);
  END;
  CREATE TRIGGER persona_is_forgotten AFTER DELETE ON persona BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER persona_is_found_anew AFTER UPDATE OF name, goals, quote, context ON persona BEGIN
    UPDATE search_entry SET text = NEW.name || ' ' || NEW.goals || ' ' || NEW.quote || ' ' || NEW.context WHERE id = NEW.id;
  END;
  CREATE TRIGGER journey_map_is_found AFTER INSERT ON journey_map BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('journey_map', NEW.id, NEW.title || ' ' || NEW.scenario || ' ' || NEW.expectations || ' ' || NEW.owner);
  END;
  CREATE TRIGGER journey_map_is_forgotten AFTER DELETE ON journey_map BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER journey_map_is_found_anew AFTER UPDATE OF title, scenario, expectations, owner ON journey_map BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.scenario || ' ' || NEW.expectations || ' ' || NEW.owner WHERE id = NEW.id;
  END;
  CREATE TRIGGER stage_is_found AFTER INSERT ON stage BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('stage', NEW.id, NEW.title);
  END;
  CREATE TRIGGER stage_is_forgotten AFTER DELETE ON stage BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER stage_is_found_anew AFTER UPDATE OF title ON stage BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER step_is_found AFTER INSERT ON step BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('step', NEW.id, NEW.title);
  END;
  CREATE TRIGGER step_is_forgotten AFTER DELETE ON step BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER step_is_found_anew AFTER UPDATE OF title ON step BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
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
  CREATE TRIGGER card_is_found AFTER INSERT ON card BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('card', NEW.id, NEW.text || ' ' || NEW.source);
  END;
  CREATE TRIGGER card_is_forgotten AFTER DELETE ON card BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER card_is_found_anew AFTER UPDATE OF text, source ON card BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.source WHERE id = NEW.id;
  END;
  CREATE TRIGGER advisory_group_is_found AFTER INSERT ON advisory_group BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('advisory_group', NEW.id, NEW.title || ' ' || NEW.purpose || ' ' || NEW.scope || ' ' || NEW.limitsOfAuthority);
  END;
  CREATE TRIGGER advisory_group_is_forgotten AFTER DELETE ON advisory_group BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER advisory_group_is_found_anew AFTER UPDATE OF title, purpose, scope, limitsOfAuthority ON advisory_group BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.purpose || ' ' || NEW.scope || ' ' || NEW.limitsOfAuthority WHERE id = NEW.id;
  END;
  CREATE TRIGGER member_is_found AFTER INSERT ON member BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('member', NEW.id, NEW.name || ' ' || NEW.function || ' ' || NEW.level || ' ' || NEW.site);
  END;
  CREATE TRIGGER member_is_forgotten AFTER DELETE ON member BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER member_is_found_anew AFTER UPDATE OF name, function, level, site ON member BEGIN
    UPDATE search_entry SET text = NEW.name || ' ' || NEW.function || ' ' || NEW.level || ' ' || NEW.site WHERE id = NEW.id;
  END;
  CREATE TRIGGER meeting_is_found AFTER INSERT ON meeting BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('meeting', NEW.id, NEW.title);
  END;
  CREATE TRIGGER meeting_is_forgotten AFTER DELETE ON meeting BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER meeting_is_found_anew AFTER UPDATE OF title ON meeting BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER agenda_item_is_found AFTER INSERT ON agenda_item BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('agenda_item', NEW.id, NEW.title);
  END;
  CREATE TRIGGER agenda_item_is_forgotten AFTER DELETE ON agenda_item BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER agenda_item_is_found_anew AFTER UPDATE OF title ON agenda_item BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER board_is_found AFTER INSERT ON board BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('board', NEW.id, NEW.title);
  END;
  CREATE TRIGGER board_is_forgotten AFTER DELETE ON board BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER board_is_found_anew AFTER UPDATE OF title ON board BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER board_column_is_found AFTER INSERT ON board_column BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('board_column', NEW.id, NEW.title);
  END;
  CREATE TRIGGER board_column_is_forgotten AFTER DELETE ON board_column BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER board_column_is_found_anew AFTER UPDATE OF title ON board_column BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER cluster_is_found AFTER INSERT ON cluster BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('cluster', NEW.id, NEW.title);
  END;
  CREATE TRIGGER cluster_is_forgotten AFTER DELETE ON cluster BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER cluster_is_found_anew AFTER UPDATE OF title ON cluster BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER note_is_found AFTER INSERT ON note BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('note', NEW.id, NEW.text || ' ' || NEW.theme);
  END;
  CREATE TRIGGER note_is_forgotten AFTER DELETE ON note BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER note_is_found_anew AFTER UPDATE OF text, theme ON note BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.theme WHERE id = NEW.id;
  END;
  CREATE TABLE history (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    coalescing TEXT,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    changeset BLOB NOT NULL
  ) STRICT;
  CREATE INDEX history_by_state ON history (state, sequence);
  """
