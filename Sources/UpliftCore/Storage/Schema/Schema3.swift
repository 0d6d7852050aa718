/// Version 3: what advisory groups need.
///
/// The database itself keeps votes within the limits of their round, whoever writes them. The limits
/// look at the ballot, so that a step of the history may bring votes back before their ballot: then
/// there is nothing to count against, and the votes were counted when they were given. The limits of
/// a round never change, as undo could otherwise not go back over them.
///
/// A note that was written in private is not in the search index until it is revealed. `board_clock`
/// is no part of what people keep: it is neither recorded in the history nor exported. Scripts do not
/// write to the search index: entries of meetings and agenda items lack only what they did not have.
let schemaVersion3 = """
  CREATE TABLE promise (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    toWhom TEXT NOT NULL,
    owner TEXT NOT NULL,
    stepID BLOB REFERENCES step(id) ON DELETE SET NULL,
    madeOn TEXT CHECK (madeOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    outcome TEXT CHECK (outcome IN ('kept', 'broken')),
    closedOn TEXT CHECK (closedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE barrier (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    inTheWayOf TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('slows', 'hinders', 'blocks')),
    manager TEXT NOT NULL,
    openedOn TEXT CHECK (openedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    clearedOn TEXT CHECK (clearedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE initiative (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    goal TEXT NOT NULL,
    owner TEXT NOT NULL,
    startDay TEXT CHECK (startDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    endDay TEXT CHECK (endDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status TEXT NOT NULL CHECK (status IN ('idea', 'planned', 'running', 'held', 'done', 'dropped')),
    touchesCustomers INTEGER NOT NULL CHECK (touchesCustomers IN (0, 1))
  ) STRICT;
  CREATE TABLE dismissal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    warning TEXT NOT NULL CHECK (length(warning) > 0),
    reason TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (groupID, warning)
  ) STRICT;
  CREATE TABLE meeting_series (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence IN ('weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'))
  ) STRICT;
  CREATE TABLE recommendation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    groupID BLOB NOT NULL REFERENCES advisory_group(id) ON DELETE CASCADE,
    meetingID BLOB REFERENCES meeting(id) ON DELETE SET NULL,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'asked_for_date')),
    reason TEXT NOT NULL,
    askedOn TEXT CHECK (askedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    toldOn TEXT CHECK (toldOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE voting (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    boardID BLOB NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    manner TEXT NOT NULL CHECK (manner IN ('in_turn', 'counts')),
    votesEach INTEGER NOT NULL CHECK (votesEach BETWEEN 1 AND 100),
    votesEachThing INTEGER NOT NULL CHECK (votesEachThing BETWEEN 1 AND 100),
    voters INTEGER NOT NULL CHECK (voters BETWEEN 1 AND 10000),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    openedAt TEXT NOT NULL,
    closedAt TEXT
  ) STRICT;
  CREATE TABLE ballot (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    votingID BLOB NOT NULL REFERENCES voting(id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    voters INTEGER NOT NULL CHECK (voters BETWEEN 1 AND 10000),
    isCast INTEGER NOT NULL CHECK (isCast IN (0, 1)),
    UNIQUE (votingID, number)
  ) STRICT;
  CREATE TABLE board_clock (
    boardID BLOB NOT NULL PRIMARY KEY REFERENCES board(id) ON DELETE CASCADE,
    length INTEGER NOT NULL CHECK (length BETWEEN 1 AND 86400),
    startedAt TEXT,
    elapsed INTEGER NOT NULL CHECK (elapsed >= 0)
  ) STRICT;
  CREATE INDEX promise_by_stepID ON promise (stepID);
  CREATE INDEX meeting_series_by_groupID ON meeting_series (groupID);
  CREATE INDEX recommendation_by_groupID ON recommendation (groupID);
  CREATE INDEX recommendation_by_meetingID ON recommendation (meetingID);
  CREATE INDEX voting_by_boardID ON voting (boardID);
  ALTER TABLE member ADD COLUMN pictureID BLOB REFERENCES picture(id) ON DELETE SET NULL;
  ALTER TABLE meeting ADD COLUMN seriesID BLOB REFERENCES meeting_series(id) ON DELETE SET NULL;
  ALTER TABLE meeting ADD COLUMN place TEXT NOT NULL DEFAULT '';
  ALTER TABLE meeting ADD COLUMN notes TEXT NOT NULL DEFAULT '';
  ALTER TABLE agenda_item ADD COLUMN activity TEXT NOT NULL DEFAULT 'talk' CHECK (activity IN ('talk', 'private_writing', 'grouping', 'voting', 'recommending'));
  ALTER TABLE agenda_item ADD COLUMN extraMinutes INTEGER NOT NULL DEFAULT 0 CHECK (extraMinutes BETWEEN 0 AND 1440);
  ALTER TABLE agenda_item ADD COLUMN startedAt TEXT;
  ALTER TABLE agenda_item ADD COLUMN endedAt TEXT;
  ALTER TABLE agenda_item ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
  ALTER TABLE board ADD COLUMN colouring TEXT NOT NULL DEFAULT 'column' CHECK (colouring IN ('column', 'author', 'theme'));
  ALTER TABLE board ADD COLUMN isPrivate INTEGER NOT NULL DEFAULT 0 CHECK (isPrivate IN (0, 1));
  ALTER TABLE note ADD COLUMN isPrivate INTEGER NOT NULL DEFAULT 0 CHECK (isPrivate IN (0, 1));
  ALTER TABLE vote ADD COLUMN ballotID BLOB REFERENCES ballot(id) ON DELETE CASCADE;
  CREATE INDEX member_by_pictureID ON member (pictureID) WHERE pictureID IS NOT NULL;
  CREATE INDEX meeting_by_seriesID ON meeting (seriesID) WHERE seriesID IS NOT NULL;
  CREATE INDEX vote_by_ballotID ON vote (ballotID) WHERE ballotID IS NOT NULL;
  CREATE TRIGGER vote_is_within_its_limits BEFORE INSERT ON vote WHEN NEW.ballotID IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'votes of a ballot') FROM ballot JOIN voting ON voting.id = ballot.votingID
    WHERE ballot.id = NEW.ballotID AND voting.votesEach * ballot.voters <=
      (SELECT count(*) FROM vote WHERE ballotID = NEW.ballotID);
    SELECT RAISE(ABORT, 'votes for one thing') FROM ballot JOIN voting ON voting.id = ballot.votingID
    WHERE ballot.id = NEW.ballotID AND voting.votesEachThing * ballot.voters <=
      (SELECT count(*) FROM vote WHERE ballotID = NEW.ballotID
        AND noteID IS NEW.noteID AND clusterID IS NEW.clusterID);
  END;
  CREATE TRIGGER vote_stays_within_its_limits BEFORE UPDATE OF ballotID, noteID, clusterID ON vote WHEN NEW.ballotID IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'votes of a ballot') FROM ballot JOIN voting ON voting.id = ballot.votingID
    WHERE ballot.id = NEW.ballotID AND voting.votesEach * ballot.voters <=
      (SELECT count(*) FROM vote WHERE ballotID = NEW.ballotID AND id <> NEW.id);
    SELECT RAISE(ABORT, 'votes for one thing') FROM ballot JOIN voting ON voting.id = ballot.votingID
    WHERE ballot.id = NEW.ballotID AND voting.votesEachThing * ballot.voters <=
      (SELECT count(*) FROM vote WHERE ballotID = NEW.ballotID
        AND noteID IS NEW.noteID AND clusterID IS NEW.clusterID AND id <> NEW.id);
  END;
  CREATE TRIGGER voting_keeps_its_limits BEFORE UPDATE OF votesEach, votesEachThing ON voting
  WHEN NEW.votesEach <> OLD.votesEach OR NEW.votesEachThing <> OLD.votesEachThing BEGIN
    SELECT RAISE(ABORT, 'limits of a voting');
  END;
  CREATE TRIGGER ballot_keeps_its_votes_within_limits BEFORE UPDATE OF voters, votingID ON ballot
  WHEN NEW.voters < OLD.voters OR NEW.votingID <> OLD.votingID BEGIN
    SELECT RAISE(ABORT, 'voters of a ballot') WHERE EXISTS (SELECT 1 FROM vote WHERE ballotID = OLD.id);
  END;
  DROP TRIGGER card_takes_its_picture;
  DROP TRIGGER card_lets_its_picture_go;
  CREATE TRIGGER card_takes_its_picture AFTER DELETE ON card WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER card_lets_its_picture_go AFTER UPDATE OF pictureID ON card
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  DROP TRIGGER persona_takes_its_picture;
  DROP TRIGGER persona_lets_its_picture_go;
  CREATE TRIGGER persona_takes_its_picture AFTER DELETE ON persona WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER persona_lets_its_picture_go AFTER UPDATE OF pictureID ON persona
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER member_takes_its_picture AFTER DELETE ON member WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER member_lets_its_picture_go AFTER UPDATE OF pictureID ON member
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER promise_takes_its_links AFTER DELETE ON promise BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER barrier_takes_its_links AFTER DELETE ON barrier BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER initiative_takes_its_links AFTER DELETE ON initiative BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER dismissal_takes_its_links AFTER DELETE ON dismissal BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER meeting_series_takes_its_links AFTER DELETE ON meeting_series BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER recommendation_takes_its_links AFTER DELETE ON recommendation BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER voting_takes_its_links AFTER DELETE ON voting BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER ballot_takes_its_links AFTER DELETE ON ballot BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER promise_is_found AFTER INSERT ON promise BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('promise', NEW.id, NEW.title || ' ' || NEW.toWhom || ' ' || NEW.owner);
  END;
  CREATE TRIGGER promise_is_found_anew AFTER UPDATE OF title, toWhom, owner ON promise BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.toWhom || ' ' || NEW.owner WHERE id = NEW.id;
  END;
  CREATE TRIGGER promise_is_forgotten AFTER DELETE ON promise BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER barrier_is_found AFTER INSERT ON barrier BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('barrier', NEW.id, NEW.title || ' ' || NEW.inTheWayOf || ' ' || NEW.manager);
  END;
  CREATE TRIGGER barrier_is_found_anew AFTER UPDATE OF title, inTheWayOf, manager ON barrier BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.inTheWayOf || ' ' || NEW.manager WHERE id = NEW.id;
  END;
  CREATE TRIGGER barrier_is_forgotten AFTER DELETE ON barrier BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER initiative_is_found AFTER INSERT ON initiative BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('initiative', NEW.id, NEW.title || ' ' || NEW.goal || ' ' || NEW.owner);
  END;
  CREATE TRIGGER initiative_is_found_anew AFTER UPDATE OF title, goal, owner ON initiative BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.goal || ' ' || NEW.owner WHERE id = NEW.id;
  END;
  CREATE TRIGGER initiative_is_forgotten AFTER DELETE ON initiative BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER recommendation_is_found AFTER INSERT ON recommendation BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('recommendation', NEW.id, NEW.text || ' ' || NEW.owner || ' ' || NEW.reason);
  END;
  CREATE TRIGGER recommendation_is_found_anew AFTER UPDATE OF text, owner, reason ON recommendation BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.owner || ' ' || NEW.reason WHERE id = NEW.id;
  END;
  CREATE TRIGGER recommendation_is_forgotten AFTER DELETE ON recommendation BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  DROP TRIGGER meeting_is_found;
  DROP TRIGGER meeting_is_found_anew;
  CREATE TRIGGER meeting_is_found AFTER INSERT ON meeting BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('meeting', NEW.id, NEW.title || ' ' || NEW.place || ' ' || NEW.notes);
  END;
  CREATE TRIGGER meeting_is_found_anew AFTER UPDATE OF title, place, notes ON meeting BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.place || ' ' || NEW.notes WHERE id = NEW.id;
  END;
  DROP TRIGGER agenda_item_is_found;
  DROP TRIGGER agenda_item_is_found_anew;
  CREATE TRIGGER agenda_item_is_found AFTER INSERT ON agenda_item BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('agenda_item', NEW.id, NEW.title || ' ' || NEW.outcome);
  END;
  CREATE TRIGGER agenda_item_is_found_anew AFTER UPDATE OF title, outcome ON agenda_item BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.outcome WHERE id = NEW.id;
  END;
  DROP TRIGGER note_is_found;
  DROP TRIGGER note_is_found_anew;
  CREATE TRIGGER note_is_found AFTER INSERT ON note WHEN NEW.isPrivate = 0 BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('note', NEW.id, NEW.text || ' ' || NEW.theme);
  END;
  CREATE TRIGGER note_is_found_anew AFTER UPDATE OF text, theme ON note WHEN NEW.isPrivate = 0 BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.theme WHERE id = NEW.id;
  END;
  CREATE TRIGGER note_is_revealed AFTER UPDATE OF isPrivate ON note BEGIN
    DELETE FROM search_entry WHERE id = NEW.id;
    INSERT INTO search_entry (kind, id, text)
      SELECT 'note', NEW.id, NEW.text || ' ' || NEW.theme WHERE NEW.isPrivate = 0;
  END;
  CREATE TABLE link_of_version_2 AS SELECT * FROM link;
  DROP TABLE link;
  CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    role TEXT NOT NULL CHECK (role IN ('leads_to', 'raised_by', 'backed_by', 'about')),
    fromKind TEXT NOT NULL CHECK (fromKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'promise', 'barrier', 'initiative', 'advisory_group', 'member', 'dismissal', 'meeting_series', 'meeting', 'agenda_item', 'attendance', 'recommendation', 'board', 'board_column', 'cluster', 'note', 'voting', 'ballot', 'vote')),
    fromID BLOB NOT NULL CHECK (length(fromID) = 16),
    toKind TEXT NOT NULL CHECK (toKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'promise', 'barrier', 'initiative', 'advisory_group', 'member', 'dismissal', 'meeting_series', 'meeting', 'agenda_item', 'attendance', 'recommendation', 'board', 'board_column', 'cluster', 'note', 'voting', 'ballot', 'vote')),
    toID BLOB NOT NULL CHECK (length(toID) = 16)
  ) STRICT;
  INSERT INTO link (id, rank, role, fromKind, fromID, toKind, toID)
    SELECT id, rank, role, fromKind, fromID, toKind, toID FROM link_of_version_2;
  DROP TABLE link_of_version_2;
  CREATE INDEX link_by_fromID ON link (fromID);
  CREATE INDEX link_by_toID ON link (toID);
  """
