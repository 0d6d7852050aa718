/// Version 4: what the plan needs.
///
/// Names of people stand as texts. What belongs to one record goes with it (its scores, its acts);
/// what only points to it (a standard to its step) stays. `heldForID` may dangle, as a table cannot
/// refer to itself while its rows are put in.
let schemaVersion4 = """
  CREATE TABLE organisation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    vision TEXT NOT NULL,
    visionHorizon TEXT CHECK (visionHorizon GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    currency TEXT NOT NULL,
    fiscalYearStart INTEGER NOT NULL CHECK (fiscalYearStart BETWEEN 1 AND 12),
    pictureID BLOB REFERENCES picture(id) ON DELETE SET NULL,
    brandColour TEXT NOT NULL,
    brandFont TEXT NOT NULL
  ) STRICT;
  CREATE TABLE customer (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    segment TEXT NOT NULL,
    owner TEXT NOT NULL,
    isKey INTEGER NOT NULL CHECK (isKey IN (0, 1)),
    notes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE target_change (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    metricID BLOB NOT NULL REFERENCES metric(id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    target REAL,
    reason TEXT NOT NULL,
    agreedBy TEXT NOT NULL
  ) STRICT;
  CREATE TABLE lane_persona (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    laneID BLOB NOT NULL REFERENCES lane(id) ON DELETE CASCADE,
    personaID BLOB NOT NULL REFERENCES persona(id) ON DELETE CASCADE,
    UNIQUE (laneID, personaID)
  ) STRICT;
  CREATE TABLE cause (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    cardID BLOB NOT NULL REFERENCES card(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    chain INTEGER NOT NULL CHECK (chain BETWEEN 1 AND 1000),
    text TEXT NOT NULL,
    factor TEXT CHECK (factor IN ('people', 'policies', 'practices', 'processes', 'partners', 'channels', 'technology', 'employee_experience', 'culture'))
  ) STRICT;
  CREATE TABLE goal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    metricID BLOB REFERENCES metric(id) ON DELETE SET NULL,
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    owner TEXT NOT NULL,
    putOnHold TEXT NOT NULL
  ) STRICT;
  CREATE TABLE leader (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    commitment TEXT NOT NULL,
    signedOn TEXT CHECK (signedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE leader_act (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    leaderID BLOB NOT NULL REFERENCES leader(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE work_role (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL,
    purpose TEXT NOT NULL
  ) STRICT;
  CREATE TABLE cx_role (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    holder TEXT NOT NULL,
    team TEXT NOT NULL,
    reportsTo TEXT NOT NULL,
    seat TEXT NOT NULL,
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE decision (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    notes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE decision_role (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    decisionID BLOB NOT NULL REFERENCES decision(id) ON DELETE CASCADE,
    roleID BLOB NOT NULL REFERENCES work_role(id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('responsible', 'accountable', 'consulted', 'informed', 'accountable_and_responsible')),
    UNIQUE (decisionID, roleID)
  ) STRICT;
  CREATE TABLE opportunity (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    cardID BLOB REFERENCES card(id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    value REAL CHECK (value BETWEEN 1 AND 5),
    effort REAL CHECK (effort BETWEEN 0 AND 1000000),
    reach REAL CHECK (reach BETWEEN 0 AND 1000000000000),
    confidence REAL CHECK (confidence BETWEEN 0 AND 1),
    notes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE gut_score (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    opportunityID BLOB NOT NULL REFERENCES opportunity(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    rater TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE initiative_department (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    initiativeID BLOB NOT NULL REFERENCES initiative(id) ON DELETE CASCADE,
    departmentID BLOB NOT NULL REFERENCES department(id) ON DELETE CASCADE,
    UNIQUE (initiativeID, departmentID)
  ) STRICT;
  CREATE TABLE initiative_cause (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    initiativeID BLOB NOT NULL REFERENCES initiative(id) ON DELETE CASCADE,
    causeID BLOB NOT NULL REFERENCES cause(id) ON DELETE CASCADE,
    UNIQUE (initiativeID, causeID)
  ) STRICT;
  CREATE TABLE audience (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    size INTEGER CHECK (size BETWEEN 0 AND 1000000000),
    isCustomers INTEGER NOT NULL CHECK (isCustomers IN (0, 1))
  ) STRICT;
  CREATE TABLE initiative_audience (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    initiativeID BLOB NOT NULL REFERENCES initiative(id) ON DELETE CASCADE,
    audienceID BLOB NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
    UNIQUE (initiativeID, audienceID)
  ) STRICT;
  CREATE TABLE message (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    channel TEXT NOT NULL,
    author TEXT NOT NULL,
    messenger TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    cadence TEXT CHECK (cadence IN ('weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly')),
    untilDay TEXT CHECK (untilDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status TEXT NOT NULL CHECK (status IN ('idea', 'drafted', 'agreed', 'sent')),
    initiativeID BLOB REFERENCES initiative(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE message_audience (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    messageID BLOB NOT NULL REFERENCES message(id) ON DELETE CASCADE,
    audienceID BLOB NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
    UNIQUE (messageID, audienceID)
  ) STRICT;
  CREATE TABLE resource_need (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    initiativeID BLOB NOT NULL REFERENCES initiative(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    need TEXT NOT NULL CHECK (need IN ('people', 'money_once', 'money_yearly', 'tool')),
    tool TEXT CHECK (tool IN ('crm', 'survey', 'analytics', 'communication', 'roll_out', 'other')),
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL,
    askedPeople REAL CHECK (askedPeople BETWEEN 0 AND 1000000),
    grantedPeople REAL CHECK (grantedPeople BETWEEN 0 AND 1000000),
    askedMoney INTEGER CHECK (askedMoney BETWEEN 0 AND 1000000000000000),
    grantedMoney INTEGER CHECK (grantedMoney BETWEEN 0 AND 1000000000000000),
    startDay TEXT CHECK (startDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    endDay TEXT CHECK (endDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE milestone (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    meaning TEXT NOT NULL,
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reachedOn TEXT CHECK (reachedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE standard (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    stepID BLOB REFERENCES step(id) ON DELETE SET NULL,
    promiseID BLOB REFERENCES promise(id) ON DELETE SET NULL,
    practice TEXT NOT NULL,
    howChecked TEXT NOT NULL,
    keeper TEXT NOT NULL,
    checkedOn TEXT CHECK (checkedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE breakdown (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    stepID BLOB REFERENCES step(id) ON DELETE SET NULL,
    lesson TEXT NOT NULL,
    change TEXT NOT NULL,
    changedOn TEXT CHECK (changedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE training (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    wave TEXT NOT NULL CHECK (wave IN ('leaders', 'managers', 'front_line')),
    trainer TEXT NOT NULL,
    audience TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    headcount INTEGER CHECK (headcount BETWEEN 0 AND 1000000000),
    doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    checkedOn TEXT CHECK (checkedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    initiativeID BLOB REFERENCES initiative(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE follow_up (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    trainingID BLOB NOT NULL REFERENCES training(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3650),
    doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    notes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE skill (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    meaning TEXT NOT NULL
  ) STRICT;
  CREATE TABLE skill_level (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    skillID BLOB NOT NULL REFERENCES skill(id) ON DELETE CASCADE,
    roleID BLOB NOT NULL REFERENCES work_role(id) ON DELETE CASCADE,
    needed INTEGER CHECK (needed BETWEEN 0 AND 4),
    present INTEGER CHECK (present BETWEEN 0 AND 4),
    UNIQUE (skillID, roleID)
  ) STRICT;
  CREATE TABLE tip (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    text TEXT NOT NULL,
    tipKind TEXT NOT NULL CHECK (tipKind IN ('quick_tip', 'best_practice', 'daily_habit')),
    author TEXT NOT NULL,
    team TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE culture_value (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    meaning TEXT NOT NULL
  ) STRICT;
  CREATE TABLE behaviour (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    valueID BLOB NOT NULL REFERENCES culture_value(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE purpose_answer (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL,
    answer TEXT NOT NULL,
    rating TEXT CHECK (rating IN ('same', 'partly', 'different'))
  ) STRICT;
  CREATE TABLE climate_pulse (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    openness REAL CHECK (openness BETWEEN 1 AND 5),
    respect REAL CHECK (respect BETWEEN 1 AND 5),
    teamwork REAL CHECK (teamwork BETWEEN 1 AND 5),
    leadership REAL CHECK (leadership BETWEEN 1 AND 5),
    sampleSize INTEGER CHECK (sampleSize BETWEEN 0 AND 1000000000)
  ) STRICT;
  CREATE TABLE employee_voice (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    voiceKind TEXT NOT NULL CHECK (voiceKind IN ('wish', 'stay', 'leave')),
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE turnover (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    departmentID BLOB REFERENCES department(id) ON DELETE SET NULL,
    startDay TEXT CHECK (startDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    endDay TEXT CHECK (endDay GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    leavers INTEGER NOT NULL CHECK (leavers BETWEEN 0 AND 1000000000),
    salary INTEGER CHECK (salary BETWEEN 0 AND 1000000000000000),
    recruiting REAL CHECK (recruiting BETWEEN 0 AND 10),
    induction REAL CHECK (induction BETWEEN 0 AND 10),
    training REAL CHECK (training BETWEEN 0 AND 10),
    lostWork REAL CHECK (lostWork BETWEEN 0 AND 10)
  ) STRICT;
  CREATE TABLE champion (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    toName TEXT NOT NULL,
    fromName TEXT NOT NULL,
    team TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valueID BLOB REFERENCES culture_value(id) ON DELETE SET NULL,
    story TEXT NOT NULL,
    stepID BLOB REFERENCES step(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE criterion (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    roleID BLOB NOT NULL REFERENCES work_role(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    area TEXT NOT NULL CHECK (area IN ('technical', 'interaction', 'influence', 'front_of_house', 'back_of_house', 'urgency')),
    title TEXT NOT NULL,
    weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100)
  ) STRICT;
  CREATE TABLE candidate (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    roleID BLOB NOT NULL REFERENCES work_role(id) ON DELETE CASCADE,
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    name TEXT NOT NULL,
    notes TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE candidate_score (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    candidateID BLOB NOT NULL REFERENCES candidate(id) ON DELETE CASCADE,
    criterionID BLOB NOT NULL REFERENCES criterion(id) ON DELETE CASCADE,
    interviewer TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 5),
    note TEXT NOT NULL
  ) STRICT;
  CREATE TABLE readiness_round (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) STRICT;
  CREATE TABLE readiness_rating (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    roundID BLOB NOT NULL REFERENCES readiness_round(id) ON DELETE CASCADE,
    condition TEXT NOT NULL CHECK (condition IN ('leaders', 'people', 'policies', 'practices', 'processes', 'partners', 'channels', 'technology', 'managers', 'breakdowns', 'choice')),
    rater TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 5),
    evidence TEXT NOT NULL
  ) STRICT;
  CREATE TABLE plan_document (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    definition TEXT NOT NULL
  ) STRICT;
  ALTER TABLE department ADD COLUMN head TEXT NOT NULL DEFAULT '';
  ALTER TABLE department ADD COLUMN headcount INTEGER CHECK (headcount BETWEEN 0 AND 1000000000);
  ALTER TABLE step_department ADD COLUMN contribution TEXT NOT NULL DEFAULT '';
  ALTER TABLE metric ADD COLUMN agreedBy TEXT NOT NULL DEFAULT '';
  ALTER TABLE metric ADD COLUMN agreedOn TEXT CHECK (agreedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  ALTER TABLE metric ADD COLUMN chainLink TEXT CHECK (chainLink IN ('employee_experience', 'culture', 'customer_satisfaction', 'profit'));
  ALTER TABLE reading ADD COLUMN segment TEXT NOT NULL DEFAULT '';
  ALTER TABLE reading ADD COLUMN counts TEXT NOT NULL DEFAULT '';
  ALTER TABLE reading ADD COLUMN periodStart TEXT CHECK (periodStart GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  ALTER TABLE dialogue ADD COLUMN customerID BLOB REFERENCES customer(id) ON DELETE SET NULL;
  ALTER TABLE barrier ADD COLUMN action TEXT NOT NULL DEFAULT '';
  ALTER TABLE barrier ADD COLUMN initiativeID BLOB REFERENCES initiative(id) ON DELETE SET NULL;
  ALTER TABLE barrier ADD COLUMN milestoneID BLOB REFERENCES milestone(id) ON DELETE SET NULL;
  ALTER TABLE initiative ADD COLUMN goalID BLOB REFERENCES goal(id) ON DELETE SET NULL;
  ALTER TABLE initiative ADD COLUMN opportunityID BLOB REFERENCES opportunity(id) ON DELETE SET NULL;
  ALTER TABLE initiative ADD COLUMN pilotStart TEXT CHECK (pilotStart GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  ALTER TABLE initiative ADD COLUMN pilotEnd TEXT CHECK (pilotEnd GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  ALTER TABLE initiative ADD COLUMN pilotLearned TEXT NOT NULL DEFAULT '';
  ALTER TABLE initiative ADD COLUMN heldForID BLOB CHECK (length(heldForID) = 16);
  ALTER TABLE initiative ADD COLUMN notes TEXT NOT NULL DEFAULT '';
  CREATE INDEX organisation_by_pictureID ON organisation (pictureID) WHERE pictureID IS NOT NULL;
  CREATE INDEX target_change_by_metricID ON target_change (metricID);
  CREATE INDEX lane_persona_by_personaID ON lane_persona (personaID);
  CREATE INDEX cause_by_cardID ON cause (cardID);
  CREATE INDEX goal_by_metricID ON goal (metricID) WHERE metricID IS NOT NULL;
  CREATE INDEX leader_act_by_leaderID ON leader_act (leaderID);
  CREATE INDEX work_role_by_departmentID ON work_role (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX cx_role_by_departmentID ON cx_role (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX decision_role_by_roleID ON decision_role (roleID);
  CREATE INDEX opportunity_by_cardID ON opportunity (cardID) WHERE cardID IS NOT NULL;
  CREATE INDEX gut_score_by_opportunityID ON gut_score (opportunityID);
  CREATE INDEX initiative_department_by_departmentID ON initiative_department (departmentID);
  CREATE INDEX initiative_cause_by_causeID ON initiative_cause (causeID);
  CREATE INDEX initiative_audience_by_audienceID ON initiative_audience (audienceID);
  CREATE INDEX message_by_initiativeID ON message (initiativeID) WHERE initiativeID IS NOT NULL;
  CREATE INDEX message_audience_by_audienceID ON message_audience (audienceID);
  CREATE INDEX resource_need_by_initiativeID ON resource_need (initiativeID);
  CREATE INDEX resource_need_by_departmentID ON resource_need (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX standard_by_stepID ON standard (stepID) WHERE stepID IS NOT NULL;
  CREATE INDEX standard_by_promiseID ON standard (promiseID) WHERE promiseID IS NOT NULL;
  CREATE INDEX breakdown_by_stepID ON breakdown (stepID) WHERE stepID IS NOT NULL;
  CREATE INDEX training_by_initiativeID ON training (initiativeID) WHERE initiativeID IS NOT NULL;
  CREATE INDEX follow_up_by_trainingID ON follow_up (trainingID);
  CREATE INDEX skill_level_by_roleID ON skill_level (roleID);
  CREATE INDEX behaviour_by_valueID ON behaviour (valueID);
  CREATE INDEX purpose_answer_by_departmentID ON purpose_answer (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX climate_pulse_by_departmentID ON climate_pulse (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX employee_voice_by_departmentID ON employee_voice (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX turnover_by_departmentID ON turnover (departmentID) WHERE departmentID IS NOT NULL;
  CREATE INDEX champion_by_valueID ON champion (valueID) WHERE valueID IS NOT NULL;
  CREATE INDEX champion_by_stepID ON champion (stepID) WHERE stepID IS NOT NULL;
  CREATE INDEX criterion_by_roleID ON criterion (roleID);
  CREATE INDEX candidate_by_roleID ON candidate (roleID);
  CREATE INDEX candidate_score_by_candidateID ON candidate_score (candidateID);
  CREATE INDEX candidate_score_by_criterionID ON candidate_score (criterionID);
  CREATE INDEX readiness_rating_by_roundID ON readiness_rating (roundID);
  CREATE INDEX dialogue_by_customerID ON dialogue (customerID) WHERE customerID IS NOT NULL;
  CREATE INDEX barrier_by_initiativeID ON barrier (initiativeID) WHERE initiativeID IS NOT NULL;
  CREATE INDEX barrier_by_milestoneID ON barrier (milestoneID) WHERE milestoneID IS NOT NULL;
  CREATE INDEX initiative_by_goalID ON initiative (goalID) WHERE goalID IS NOT NULL;
  CREATE INDEX initiative_by_opportunityID ON initiative (opportunityID) WHERE opportunityID IS NOT NULL;
  DROP TRIGGER card_takes_its_picture;
  DROP TRIGGER card_lets_its_picture_go;
  CREATE TRIGGER card_takes_its_picture AFTER DELETE ON card WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER card_lets_its_picture_go AFTER UPDATE OF pictureID ON card
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  DROP TRIGGER persona_takes_its_picture;
  DROP TRIGGER persona_lets_its_picture_go;
  CREATE TRIGGER persona_takes_its_picture AFTER DELETE ON persona WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER persona_lets_its_picture_go AFTER UPDATE OF pictureID ON persona
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  DROP TRIGGER member_takes_its_picture;
  DROP TRIGGER member_lets_its_picture_go;
  CREATE TRIGGER member_takes_its_picture AFTER DELETE ON member WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER member_lets_its_picture_go AFTER UPDATE OF pictureID ON member
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER organisation_takes_its_picture AFTER DELETE ON organisation WHEN OLD.pictureID IS NOT NULL BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER organisation_lets_its_picture_go AFTER UPDATE OF pictureID ON organisation
  WHEN OLD.pictureID IS NOT NULL AND NEW.pictureID IS NOT OLD.pictureID BEGIN
    DELETE FROM picture WHERE id = OLD.pictureID
      AND NOT EXISTS (SELECT 1 FROM card WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM persona WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM member WHERE pictureID = OLD.pictureID)
      AND NOT EXISTS (SELECT 1 FROM organisation WHERE pictureID = OLD.pictureID);
  END;
  CREATE TRIGGER organisation_takes_its_links AFTER DELETE ON organisation BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER customer_takes_its_links AFTER DELETE ON customer BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER target_change_takes_its_links AFTER DELETE ON target_change BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER lane_persona_takes_its_links AFTER DELETE ON lane_persona BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER cause_takes_its_links AFTER DELETE ON cause BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER goal_takes_its_links AFTER DELETE ON goal BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER leader_takes_its_links AFTER DELETE ON leader BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER leader_act_takes_its_links AFTER DELETE ON leader_act BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER work_role_takes_its_links AFTER DELETE ON work_role BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER cx_role_takes_its_links AFTER DELETE ON cx_role BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER decision_takes_its_links AFTER DELETE ON decision BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER decision_role_takes_its_links AFTER DELETE ON decision_role BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER opportunity_takes_its_links AFTER DELETE ON opportunity BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER gut_score_takes_its_links AFTER DELETE ON gut_score BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER initiative_department_takes_its_links AFTER DELETE ON initiative_department BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER initiative_cause_takes_its_links AFTER DELETE ON initiative_cause BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER audience_takes_its_links AFTER DELETE ON audience BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER initiative_audience_takes_its_links AFTER DELETE ON initiative_audience BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER message_takes_its_links AFTER DELETE ON message BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER message_audience_takes_its_links AFTER DELETE ON message_audience BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER resource_need_takes_its_links AFTER DELETE ON resource_need BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER milestone_takes_its_links AFTER DELETE ON milestone BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER standard_takes_its_links AFTER DELETE ON standard BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER breakdown_takes_its_links AFTER DELETE ON breakdown BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER training_takes_its_links AFTER DELETE ON training BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER follow_up_takes_its_links AFTER DELETE ON follow_up BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER skill_takes_its_links AFTER DELETE ON skill BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER skill_level_takes_its_links AFTER DELETE ON skill_level BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER tip_takes_its_links AFTER DELETE ON tip BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER culture_value_takes_its_links AFTER DELETE ON culture_value BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER behaviour_takes_its_links AFTER DELETE ON behaviour BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER purpose_answer_takes_its_links AFTER DELETE ON purpose_answer BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER climate_pulse_takes_its_links AFTER DELETE ON climate_pulse BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER employee_voice_takes_its_links AFTER DELETE ON employee_voice BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER turnover_takes_its_links AFTER DELETE ON turnover BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER champion_takes_its_links AFTER DELETE ON champion BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER criterion_takes_its_links AFTER DELETE ON criterion BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER candidate_takes_its_links AFTER DELETE ON candidate BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER candidate_score_takes_its_links AFTER DELETE ON candidate_score BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER readiness_round_takes_its_links AFTER DELETE ON readiness_round BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER readiness_rating_takes_its_links AFTER DELETE ON readiness_rating BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER plan_document_takes_its_links AFTER DELETE ON plan_document BEGIN
    DELETE FROM link WHERE fromID = OLD.id OR toID = OLD.id;
  END;
  CREATE TRIGGER organisation_is_found AFTER INSERT ON organisation BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('organisation', NEW.id, NEW.vision);
  END;
  CREATE TRIGGER organisation_is_found_anew AFTER UPDATE OF vision ON organisation BEGIN
    UPDATE search_entry SET text = NEW.vision WHERE id = NEW.id;
  END;
  CREATE TRIGGER organisation_is_forgotten AFTER DELETE ON organisation BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER customer_is_found AFTER INSERT ON customer BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('customer', NEW.id, NEW.name || ' ' || NEW.segment || ' ' || NEW.owner);
  END;
  CREATE TRIGGER customer_is_found_anew AFTER UPDATE OF name, segment, owner ON customer BEGIN
    UPDATE search_entry SET text = NEW.name || ' ' || NEW.segment || ' ' || NEW.owner WHERE id = NEW.id;
  END;
  CREATE TRIGGER customer_is_forgotten AFTER DELETE ON customer BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER cause_is_found AFTER INSERT ON cause BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('cause', NEW.id, NEW.text);
  END;
  CREATE TRIGGER cause_is_found_anew AFTER UPDATE OF text ON cause BEGIN
    UPDATE search_entry SET text = NEW.text WHERE id = NEW.id;
  END;
  CREATE TRIGGER cause_is_forgotten AFTER DELETE ON cause BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER goal_is_found AFTER INSERT ON goal BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('goal', NEW.id, NEW.title || ' ' || NEW.measure || ' ' || NEW.putOnHold);
  END;
  CREATE TRIGGER goal_is_found_anew AFTER UPDATE OF title, measure, putOnHold ON goal BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.measure || ' ' || NEW.putOnHold WHERE id = NEW.id;
  END;
  CREATE TRIGGER goal_is_forgotten AFTER DELETE ON goal BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER leader_is_found AFTER INSERT ON leader BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('leader', NEW.id, NEW.name || ' ' || NEW.role || ' ' || NEW.commitment);
  END;
  CREATE TRIGGER leader_is_found_anew AFTER UPDATE OF name, role, commitment ON leader BEGIN
    UPDATE search_entry SET text = NEW.name || ' ' || NEW.role || ' ' || NEW.commitment WHERE id = NEW.id;
  END;
  CREATE TRIGGER leader_is_forgotten AFTER DELETE ON leader BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER leader_act_is_found AFTER INSERT ON leader_act BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('leader_act', NEW.id, NEW.text);
  END;
  CREATE TRIGGER leader_act_is_found_anew AFTER UPDATE OF text ON leader_act BEGIN
    UPDATE search_entry SET text = NEW.text WHERE id = NEW.id;
  END;
  CREATE TRIGGER leader_act_is_forgotten AFTER DELETE ON leader_act BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER work_role_is_found AFTER INSERT ON work_role BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('work_role', NEW.id, NEW.title || ' ' || NEW.purpose);
  END;
  CREATE TRIGGER work_role_is_found_anew AFTER UPDATE OF title, purpose ON work_role BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.purpose WHERE id = NEW.id;
  END;
  CREATE TRIGGER work_role_is_forgotten AFTER DELETE ON work_role BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER cx_role_is_found AFTER INSERT ON cx_role BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('cx_role', NEW.id, NEW.title || ' ' || NEW.holder || ' ' || NEW.team);
  END;
  CREATE TRIGGER cx_role_is_found_anew AFTER UPDATE OF title, holder, team ON cx_role BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.holder || ' ' || NEW.team WHERE id = NEW.id;
  END;
  CREATE TRIGGER cx_role_is_forgotten AFTER DELETE ON cx_role BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER decision_is_found AFTER INSERT ON decision BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('decision', NEW.id, NEW.title || ' ' || NEW.notes);
  END;
  CREATE TRIGGER decision_is_found_anew AFTER UPDATE OF title, notes ON decision BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.notes WHERE id = NEW.id;
  END;
  CREATE TRIGGER decision_is_forgotten AFTER DELETE ON decision BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER opportunity_is_found AFTER INSERT ON opportunity BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('opportunity', NEW.id, NEW.title || ' ' || NEW.notes);
  END;
  CREATE TRIGGER opportunity_is_found_anew AFTER UPDATE OF title, notes ON opportunity BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.notes WHERE id = NEW.id;
  END;
  CREATE TRIGGER opportunity_is_forgotten AFTER DELETE ON opportunity BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER audience_is_found AFTER INSERT ON audience BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('audience', NEW.id, NEW.title);
  END;
  CREATE TRIGGER audience_is_found_anew AFTER UPDATE OF title ON audience BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER audience_is_forgotten AFTER DELETE ON audience BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER message_is_found AFTER INSERT ON message BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('message', NEW.id, NEW.title || ' ' || NEW.text || ' ' || NEW.author || ' ' || NEW.messenger);
  END;
  CREATE TRIGGER message_is_found_anew AFTER UPDATE OF title, text, author, messenger ON message BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.text || ' ' || NEW.author || ' ' || NEW.messenger WHERE id = NEW.id;
  END;
  CREATE TRIGGER message_is_forgotten AFTER DELETE ON message BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER resource_need_is_found AFTER INSERT ON resource_need BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('resource_need', NEW.id, NEW.title);
  END;
  CREATE TRIGGER resource_need_is_found_anew AFTER UPDATE OF title ON resource_need BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER resource_need_is_forgotten AFTER DELETE ON resource_need BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER milestone_is_found AFTER INSERT ON milestone BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('milestone', NEW.id, NEW.title || ' ' || NEW.meaning);
  END;
  CREATE TRIGGER milestone_is_found_anew AFTER UPDATE OF title, meaning ON milestone BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.meaning WHERE id = NEW.id;
  END;
  CREATE TRIGGER milestone_is_forgotten AFTER DELETE ON milestone BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER standard_is_found AFTER INSERT ON standard BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('standard', NEW.id, NEW.practice || ' ' || NEW.keeper);
  END;
  CREATE TRIGGER standard_is_found_anew AFTER UPDATE OF practice, keeper ON standard BEGIN
    UPDATE search_entry SET text = NEW.practice || ' ' || NEW.keeper WHERE id = NEW.id;
  END;
  CREATE TRIGGER standard_is_forgotten AFTER DELETE ON standard BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER breakdown_is_found AFTER INSERT ON breakdown BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('breakdown', NEW.id, NEW.title || ' ' || NEW.lesson || ' ' || NEW.change);
  END;
  CREATE TRIGGER breakdown_is_found_anew AFTER UPDATE OF title, lesson, change ON breakdown BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.lesson || ' ' || NEW.change WHERE id = NEW.id;
  END;
  CREATE TRIGGER breakdown_is_forgotten AFTER DELETE ON breakdown BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER training_is_found AFTER INSERT ON training BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('training', NEW.id, NEW.title || ' ' || NEW.trainer || ' ' || NEW.audience);
  END;
  CREATE TRIGGER training_is_found_anew AFTER UPDATE OF title, trainer, audience ON training BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.trainer || ' ' || NEW.audience WHERE id = NEW.id;
  END;
  CREATE TRIGGER training_is_forgotten AFTER DELETE ON training BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER follow_up_is_found AFTER INSERT ON follow_up BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('follow_up', NEW.id, NEW.notes);
  END;
  CREATE TRIGGER follow_up_is_found_anew AFTER UPDATE OF notes ON follow_up BEGIN
    UPDATE search_entry SET text = NEW.notes WHERE id = NEW.id;
  END;
  CREATE TRIGGER follow_up_is_forgotten AFTER DELETE ON follow_up BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER skill_is_found AFTER INSERT ON skill BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('skill', NEW.id, NEW.title || ' ' || NEW.meaning);
  END;
  CREATE TRIGGER skill_is_found_anew AFTER UPDATE OF title, meaning ON skill BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.meaning WHERE id = NEW.id;
  END;
  CREATE TRIGGER skill_is_forgotten AFTER DELETE ON skill BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER tip_is_found AFTER INSERT ON tip BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('tip', NEW.id, NEW.text || ' ' || NEW.author || ' ' || NEW.team);
  END;
  CREATE TRIGGER tip_is_found_anew AFTER UPDATE OF text, author, team ON tip BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.author || ' ' || NEW.team WHERE id = NEW.id;
  END;
  CREATE TRIGGER tip_is_forgotten AFTER DELETE ON tip BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER culture_value_is_found AFTER INSERT ON culture_value BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('culture_value', NEW.id, NEW.title || ' ' || NEW.meaning);
  END;
  CREATE TRIGGER culture_value_is_found_anew AFTER UPDATE OF title, meaning ON culture_value BEGIN
    UPDATE search_entry SET text = NEW.title || ' ' || NEW.meaning WHERE id = NEW.id;
  END;
  CREATE TRIGGER culture_value_is_forgotten AFTER DELETE ON culture_value BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER behaviour_is_found AFTER INSERT ON behaviour BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('behaviour', NEW.id, NEW.text);
  END;
  CREATE TRIGGER behaviour_is_found_anew AFTER UPDATE OF text ON behaviour BEGIN
    UPDATE search_entry SET text = NEW.text WHERE id = NEW.id;
  END;
  CREATE TRIGGER behaviour_is_forgotten AFTER DELETE ON behaviour BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER purpose_answer_is_found AFTER INSERT ON purpose_answer BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('purpose_answer', NEW.id, NEW.answer);
  END;
  CREATE TRIGGER purpose_answer_is_found_anew AFTER UPDATE OF answer ON purpose_answer BEGIN
    UPDATE search_entry SET text = NEW.answer WHERE id = NEW.id;
  END;
  CREATE TRIGGER purpose_answer_is_forgotten AFTER DELETE ON purpose_answer BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER employee_voice_is_found AFTER INSERT ON employee_voice BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('employee_voice', NEW.id, NEW.text || ' ' || NEW.reason);
  END;
  CREATE TRIGGER employee_voice_is_found_anew AFTER UPDATE OF text, reason ON employee_voice BEGIN
    UPDATE search_entry SET text = NEW.text || ' ' || NEW.reason WHERE id = NEW.id;
  END;
  CREATE TRIGGER employee_voice_is_forgotten AFTER DELETE ON employee_voice BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER turnover_is_found AFTER INSERT ON turnover BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('turnover', NEW.id, NEW.title);
  END;
  CREATE TRIGGER turnover_is_found_anew AFTER UPDATE OF title ON turnover BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER turnover_is_forgotten AFTER DELETE ON turnover BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER champion_is_found AFTER INSERT ON champion BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('champion', NEW.id, NEW.toName || ' ' || NEW.fromName || ' ' || NEW.team || ' ' || NEW.story);
  END;
  CREATE TRIGGER champion_is_found_anew AFTER UPDATE OF toName, fromName, team, story ON champion BEGIN
    UPDATE search_entry SET text = NEW.toName || ' ' || NEW.fromName || ' ' || NEW.team || ' ' || NEW.story WHERE id = NEW.id;
  END;
  CREATE TRIGGER champion_is_forgotten AFTER DELETE ON champion BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER criterion_is_found AFTER INSERT ON criterion BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('criterion', NEW.id, NEW.title);
  END;
  CREATE TRIGGER criterion_is_found_anew AFTER UPDATE OF title ON criterion BEGIN
    UPDATE search_entry SET text = NEW.title WHERE id = NEW.id;
  END;
  CREATE TRIGGER criterion_is_forgotten AFTER DELETE ON criterion BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER candidate_is_found AFTER INSERT ON candidate BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('candidate', NEW.id, NEW.name || ' ' || NEW.notes);
  END;
  CREATE TRIGGER candidate_is_found_anew AFTER UPDATE OF name, notes ON candidate BEGIN
    UPDATE search_entry SET text = NEW.name || ' ' || NEW.notes WHERE id = NEW.id;
  END;
  CREATE TRIGGER candidate_is_forgotten AFTER DELETE ON candidate BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TRIGGER readiness_rating_is_found AFTER INSERT ON readiness_rating BEGIN
    INSERT INTO search_entry (kind, id, text) VALUES ('readiness_rating', NEW.id, NEW.rater || ' ' || NEW.evidence);
  END;
  CREATE TRIGGER readiness_rating_is_found_anew AFTER UPDATE OF rater, evidence ON readiness_rating BEGIN
    UPDATE search_entry SET text = NEW.rater || ' ' || NEW.evidence WHERE id = NEW.id;
  END;
  CREATE TRIGGER readiness_rating_is_forgotten AFTER DELETE ON readiness_rating BEGIN
    DELETE FROM search_entry WHERE id = OLD.id;
  END;
  CREATE TABLE link_of_version_3 AS SELECT * FROM link;
  DROP TABLE link;
  CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    rank TEXT NOT NULL CHECK (length(rank) > 0 AND rank NOT LIKE '%0'),
    role TEXT NOT NULL CHECK (role IN ('leads_to', 'raised_by', 'backed_by', 'about')),
    fromKind TEXT NOT NULL CHECK (fromKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'organisation', 'customer', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'target_change', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'lane_persona', 'cause', 'goal', 'leader', 'leader_act', 'work_role', 'cx_role', 'decision', 'decision_role', 'opportunity', 'gut_score', 'initiative', 'initiative_department', 'initiative_cause', 'audience', 'initiative_audience', 'message', 'message_audience', 'resource_need', 'milestone', 'barrier', 'promise', 'standard', 'breakdown', 'training', 'follow_up', 'skill', 'skill_level', 'tip', 'culture_value', 'behaviour', 'purpose_answer', 'climate_pulse', 'employee_voice', 'turnover', 'champion', 'criterion', 'candidate', 'candidate_score', 'readiness_round', 'readiness_rating', 'plan_document', 'advisory_group', 'member', 'dismissal', 'meeting_series', 'meeting', 'agenda_item', 'attendance', 'recommendation', 'board', 'board_column', 'cluster', 'note', 'voting', 'ballot', 'vote')),
    fromID BLOB NOT NULL CHECK (length(fromID) = 16),
    toKind TEXT NOT NULL CHECK (toKind IN ('workspace', 'department', 'channel', 'tag', 'picture', 'organisation', 'customer', 'persona', 'journey_map', 'saved_filter', 'stage', 'step', 'lane', 'blueprint_line', 'metric', 'target_change', 'reading', 'dialogue', 'card', 'card_department', 'card_channel', 'card_tag', 'step_department', 'emotion', 'lane_persona', 'cause', 'goal', 'leader', 'leader_act', 'work_role', 'cx_role', 'decision', 'decision_role', 'opportunity', 'gut_score', 'initiative', 'initiative_department', 'initiative_cause', 'audience', 'initiative_audience', 'message', 'message_audience', 'resource_need', 'milestone', 'barrier', 'promise', 'standard', 'breakdown', 'training', 'follow_up', 'skill', 'skill_level', 'tip', 'culture_value', 'behaviour', 'purpose_answer', 'climate_pulse', 'employee_voice', 'turnover', 'champion', 'criterion', 'candidate', 'candidate_score', 'readiness_round', 'readiness_rating', 'plan_document', 'advisory_group', 'member', 'dismissal', 'meeting_series', 'meeting', 'agenda_item', 'attendance', 'recommendation', 'board', 'board_column', 'cluster', 'note', 'voting', 'ballot', 'vote')),
    toID BLOB NOT NULL CHECK (length(toID) = 16)
  ) STRICT;
  INSERT INTO link (id, rank, role, fromKind, fromID, toKind, toID)
    SELECT id, rank, role, fromKind, fromID, toKind, toID FROM link_of_version_3;
  DROP TABLE link_of_version_3;
  CREATE INDEX link_by_fromID ON link (fromID);
  CREATE INDEX link_by_toID ON link (toID);
  """
