/// What a step of the history is called. The raw value stands in the file; the title is shown.
public enum EditName: String, CaseIterable, Codable, Sendable {
  case addPersona = "add_persona"
  case addDepartment = "add_department"
  case addJourneyMap = "add_journey_map"
  case addStage = "add_stage"
  case addStep = "add_step"
  case addLane = "add_lane"
  case addLine = "add_line"
  case addCard = "add_card"
  case addGroup = "add_group"
  case addMember = "add_member"
  case addMeeting = "add_meeting"
  case addBoard = "add_board"
  case addColumn = "add_column"
  case addNote = "add_note"
  case addCluster = "add_cluster"
  case addLink = "add_link"
  case delete
  case rename
  case editText = "edit_text"
  case editDetails = "edit_details"
  case move
  case setEmotion = "set_emotion"
  case setMomentOfTruth = "set_moment_of_truth"
  case setEvidence = "set_evidence"
  case setColour = "set_colour"
  case setSpan = "set_span"
  case vote
  case paste
  case duplicate
  case cut
  case importFile = "import"
  case addChannel = "add_channel"
  case addTag = "add_tag"
  case addMetric = "add_metric"
  case addReading = "add_reading"
  case addDialogue = "add_dialogue"
  case addPicture = "add_picture"
  case setPicture = "set_picture"
  case setChannels = "set_channels"
  case setTags = "set_tags"
  case setDepartments = "set_departments"
  case setMetric = "set_metric"
  case setLaneDisplay = "set_lane_display"
  case setColumnWidth = "set_column_width"
  case setKind = "set_kind"
  case splitStage = "split_stage"
  case mergeStages = "merge_stages"
  case makeFutureMap = "make_future_map"
  case chooseFuture = "choose_future"
  case setNestedMap = "set_nested_map"
  case saveFilter = "save_filter"
  case restore
  case addRecommendation = "add_recommendation"
  case addSeries = "add_series"
  case addPromise = "add_promise"
  case addBarrier = "add_barrier"
  case addInitiative = "add_initiative"
  case dissolveCluster = "dissolve_cluster"
  case startPrivateWriting = "start_private_writing"
  case revealNotes = "reveal_notes"
  case openVoting = "open_voting"
  case castBallot = "cast_ballot"
  case closeVoting = "close_voting"
  case runAgenda = "run_agenda"
  case turnNote = "turn_note"
  case setAttendance = "set_attendance"
  case dismissWarning = "dismiss_warning"
  case addCustomer = "add_customer"
  case addStandard = "add_standard"
  case addCause = "add_cause"
  case addGoal = "add_goal"
  case addLeader = "add_leader"
  case addLeaderAct = "add_leader_act"
  case addWorkRole = "add_work_role"
  case addCXRole = "add_cxrole"
  case addDecision = "add_decision"
  case addOpportunity = "add_opportunity"
  case addGutScore = "add_gut_score"
  case addAudience = "add_audience"
  case addMessage = "add_message"
  case addResourceNeed = "add_resource_need"
  case addMilestone = "add_milestone"
  case addBreakdown = "add_breakdown"
  case addTraining = "add_training"
  case addFollowUp = "add_follow_up"
  case addSkill = "add_skill"
  case addTip = "add_tip"
  case addCultureValue = "add_culture_value"
  case addBehaviour = "add_behaviour"
  case addPurposeAnswer = "add_purpose_answer"
  case addClimatePulse = "add_climate_pulse"
  case addEmployeeVoice = "add_employee_voice"
  case addTurnover = "add_turnover"
  case addChampion = "add_champion"
  case addCriterion = "add_criterion"
  case addCandidate = "add_candidate"
  case addReadinessRound = "add_readiness_round"
  case setPriority = "set_priority"
  case setDays = "set_days"
  case setDecisionRole = "set_decision_role"
  case setSkillLevel = "set_skill_level"
  case setCandidateScore = "set_candidate_score"
  case setReadinessRating = "set_readiness_rating"
  case setContribution = "set_contribution"
  case setGutScore = "set_gut_score"
  case setTarget = "set_target"
  case fillDown = "fill_down"
  case moveSection = "move_section"
  case includeSection = "include_section"
  case leaveOutSection = "leave_out_section"
  case chooseSections = "choose_sections"
  case setPaper = "set_paper"

  /// In the language of the program: "Add card".
  public var title: String {
    switch self {
    case .addPersona: tr("Add persona")
    case .addDepartment: tr("Add department")
    case .addJourneyMap: tr("Add journey map")
    case .addStage: tr("Add stage")
    case .addStep: tr("Add step")
    case .addLane: tr("Add lane")
    case .addLine: tr("Add blueprint line")
    case .addCard: tr("Add card")
    case .addGroup: tr("Add advisory group")
    case .addMember: tr("Add member")
    case .addMeeting: tr("Add meeting")
    case .addBoard: tr("Add board")
    case .addColumn: tr("Add column")
    case .addNote: tr("Add note")
    case .addCluster: tr("Add cluster")
    case .addLink: tr("Add link")
    case .delete: tr("Delete")
    case .rename: tr("Rename")
    case .editText: tr("Edit text")
    case .editDetails: tr("Edit details")
    case .move: tr("Move")
    case .setEmotion: tr("Set emotion")
    case .setMomentOfTruth: tr("Mark moment of truth")
    case .setEvidence: tr("Set evidence level")
    case .setColour: tr("Set colour")
    case .setSpan: tr("Set span")
    case .vote: tr("Vote")
    case .paste: tr("Paste")
    case .duplicate: tr("Duplicate")
    case .cut: tr("Cut")
    case .importFile: tr("Import")
    case .addChannel: tr("Add channel")
    case .addTag: tr("Add tag")
    case .addMetric: tr("Add metric")
    case .addReading: tr("Add reading")
    case .addDialogue: tr("Add customer dialogue")
    case .addPicture: tr("Add picture")
    case .setPicture: tr("Change picture")
    case .setChannels: tr("Set channels")
    case .setTags: tr("Set tags")
    case .setDepartments: tr("Set departments")
    case .setMetric: tr("Set metric")
    case .setLaneDisplay: tr("Change how a lane is shown")
    case .setColumnWidth: tr("Set column width")
    case .setKind: tr("Change kind")
    case .setPriority: tr("Set value and effort")
    case .setDays: tr("Set days")
    case .splitStage: tr("Split stage")
    case .mergeStages: tr("Merge stages")
    case .makeFutureMap: tr("Make future map")
    case .chooseFuture: tr("Choose future map")
    case .setNestedMap: tr("Set nested map")
    case .saveFilter: tr("Save filter")
    case .restore: tr("Restore version")
    case .addRecommendation: tr("Add recommendation")
    case .addSeries: tr("Add meeting series")
    case .addPromise: tr("Add promise")
    case .addBarrier: tr("Add barrier")
    case .addInitiative: tr("Add initiative")
    case .dissolveCluster: tr("Dissolve cluster")
    case .startPrivateWriting: tr("Start private writing")
    case .revealNotes: tr("Reveal notes")
    case .openVoting: tr("Open vote")
    case .castBallot: tr("Cast ballot")
    case .closeVoting: tr("Close vote")
    case .runAgenda: tr("Run agenda")
    case .turnNote: tr("Turn note into something else")
    case .setAttendance: tr("Note attendance")
    case .dismissWarning: tr("Put warning aside")
    case .addCustomer: tr("Add customer")
    case .addStandard: tr("Add standard")
    case .addCause: tr("Add cause")
    case .addGoal: tr("Add goal")
    case .addLeader: tr("Add leader")
    case .addLeaderAct: tr("Add visible act")
    case .addWorkRole: tr("Add role")
    case .addCXRole: tr("Add CX role")
    case .addDecision: tr("Add decision")
    case .addOpportunity: tr("Add opportunity")
    case .addGutScore: tr("Add gut score")
    case .addAudience: tr("Add audience")
    case .addMessage: tr("Add message")
    case .addResourceNeed: tr("Add resource")
    case .addMilestone: tr("Add milestone")
    case .addBreakdown: tr("Add breakdown")
    case .addTraining: tr("Add training")
    case .addFollowUp: tr("Add follow-up")
    case .addSkill: tr("Add skill")
    case .addTip: tr("Add tip")
    case .addCultureValue: tr("Add value")
    case .addBehaviour: tr("Add behaviour")
    case .addPurposeAnswer: tr("Add answer")
    case .addClimatePulse: tr("Add climate pulse")
    case .addEmployeeVoice: tr("Add employee voice")
    case .addTurnover: tr("Add turnover")
    case .addChampion: tr("Name a Customer Champion")
    case .addCriterion: tr("Add criterion")
    case .addCandidate: tr("Add candidate")
    case .addReadinessRound: tr("Add round")
    case .setDecisionRole: tr("Set part in a decision")
    case .setSkillLevel: tr("Set level of a skill")
    case .setCandidateScore: tr("Score candidate")
    case .setReadinessRating: tr("Rate readiness")
    case .setContribution: tr("Say what a department does")
    case .setGutScore: tr("Set gut score")
    case .setTarget: tr("Set target")
    case .fillDown: tr("Fill down")
    case .moveSection: tr("Move section")
    case .includeSection: tr("Put section in")
    case .leaveOutSection: tr("Leave section out")
    case .chooseSections: tr("Choose sections")
    case .setPaper: tr("Choose paper")
    }
  }
}
