/// Version 5: a lane of emotions can show the curve of the customer whom nobody named.
///
/// The table was in no use before: whose curves a lane shows was said by links, which stay as they
/// are.
///
/// An edit writes two places less: steps in force have no index, see `HistoryStep.newestDone`, and
/// the search index keeps no lengths of texts, which are for an order of rank that nobody asks for.
let schemaVersion5 = """
  CREATE TABLE lane_persona_of_version_4 AS SELECT * FROM lane_persona;
  DROP TABLE lane_persona;
  CREATE TABLE lane_persona (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    laneID BLOB NOT NULL REFERENCES lane(id) ON DELETE CASCADE,
    personaID BLOB REFERENCES persona(id) ON DELETE CASCADE,
    UNIQUE (laneID, personaID)
  ) STRICT;
  INSERT INTO lane_persona (id, laneID, personaID)
    SELECT id, laneID, personaID FROM lane_persona_of_version_4;
  DROP TABLE lane_persona_of_version_4;
  CREATE UNIQUE INDEX one_curve_of_nobody ON lane_persona (laneID) WHERE personaID IS NULL;
  CREATE INDEX lane_persona_by_personaID ON lane_persona (personaID);
  CREATE TRIGGER lane_persona_takes_its_links AFTER DELETE ON lane_persona BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  DROP INDEX history_by_state;
  CREATE INDEX history_undone ON history (sequence) WHERE state = 1;
  DROP TABLE search_index;
  CREATE VIRTUAL TABLE search_index USING fts5 (
    text, content = 'search_entry', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', columnsize = 0
  );
  INSERT INTO search_index (search_index) VALUES ('rebuild');
  """
