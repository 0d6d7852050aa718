import Foundation

/// What stands between two records, as a table for files: in the window it is a grid.
extension RegisterContext {
  /// By the places of two records that each of these refers to, then by a word of its own.
  func ordered<Record: Entity>(
    _ records: [Record], _ first: EntityKind, _ firstID: KeyPath<Record, UUID>,
    _ second: EntityKind, _ secondID: KeyPath<Record, UUID>,
    then word: (Record) -> String = { _ in "" }
  ) -> [Record] {
    func places(_ kind: EntityKind) -> [UUID: Int] {
      Dictionary(
        entries(of: kind).enumerated().map { ($1.reference.id, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let (firsts, seconds) = (places(first), places(second))
    return records.map { record in
      (
        record,
        (
          firsts[record[keyPath: firstID]] ?? .max, seconds[record[keyPath: secondID]] ?? .max,
          word(record), record.id.uuidString
        )
      )
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// What two records that something stands between are called.
  fileprivate func titles(_ first: EntityReference, _ second: EntityReference) -> [String] {
    [title(of: first) ?? "", title(of: second) ?? ""]
  }
}

extension Register {
  /// - Parameters:
  ///   - owners: what it stands between, with the names of their columns.
  ///   - identity: what there is no second one of.
  fileprivate init(
    between name: String, _ title: String, _ columns: [RegisterColumn<Record>],
    owners: [RegisterOwner], addName: EditName, make: @escaping (Record?) -> Record,
    identity: @escaping (Record) -> [String]
  ) {
    self.init(
      name: name, title: title, columns: columns, explanation: "", addTitle: addName.title,
      addName: addName, make: make,
      recordName: { identity($0).joined(separator: ", ") })
    self.owners = owners
    matching = identity
    isUnique = true
  }
}

extension SkillLevel: TableRecord {
  public static func register(in context: RegisterContext) -> Register<SkillLevel> {
    Register(
      between: "skill-levels", tr("Skills and roles"),
      [
        .reference("skill", tr("Skill"), \.skillID, to: .skill, in: context),
        .reference("role", tr("Role"), \.roleID, to: .workRole, in: context),
        .wholeNumber("needed", tr("needed"), \.needed, within: 0...4, in: context),
        .wholeNumber("present", tr("present"), \.present, within: 0...4, in: context),
      ],
      owners: [
        RegisterOwner(.skill, column: "skill", in: context),
        RegisterOwner(.workRole, column: "role", in: context),
      ], addName: .setSkillLevel,
      make: { last in
        SkillLevel(
          skillID: last?.skillID ?? context.firstID(of: .skill),
          roleID: context.firstID(of: .workRole))
      },
      identity: {
        context.titles(
          EntityReference(.skill, $0.skillID), EntityReference(.workRole, $0.roleID))
      })
  }

  public static func inOrder(_ records: [SkillLevel], in context: RegisterContext) -> [SkillLevel] {
    context.ordered(records, .skill, \.skillID, .workRole, \.roleID)
  }
}

extension DecisionRole: TableRecord {
  public static func register(in context: RegisterContext) -> Register<DecisionRole> {
    var part = RegisterColumn<DecisionRole>.choice("part", tr("Part"), \.part) {
      Part.allCases.map { ($0, $0.title) }
    }
    let set = part.set
    part.set = { record, text in
      let letters = text.uppercased().filter(\.isLetter)
      let found = Part.allCases.first { $0.letters.filter(\.isLetter) == letters }
      if let found = found ?? (letters == "RA" ? .accountableAndResponsible : nil) {
        record.part = found
        return true
      }
      return set(&record, text)
    }
    return Register(
      between: "decision-parts", tr("Who decides"),
      [
        .reference("decision", tr("Decision"), \.decisionID, to: .decision, in: context),
        .reference("role", tr("Role"), \.roleID, to: .workRole, in: context), part,
      ],
      owners: [
        RegisterOwner(.decision, column: "decision", in: context),
        RegisterOwner(.workRole, column: "role", in: context),
      ], addName: .setDecisionRole,
      make: { last in
        DecisionRole(
          decisionID: last?.decisionID ?? context.firstID(of: .decision),
          roleID: context.firstID(of: .workRole))
      },
      identity: {
        context.titles(
          EntityReference(.decision, $0.decisionID), EntityReference(.workRole, $0.roleID))
      })
  }

  public static func inOrder(
    _ records: [DecisionRole], in context: RegisterContext
  ) -> [DecisionRole] {
    context.ordered(records, .decision, \.decisionID, .workRole, \.roleID)
  }
}

extension StepDepartment: TableRecord {
  public static func register(in context: RegisterContext) -> Register<StepDepartment> {
    Register(
      between: "dots", tr("What departments do"),
      [
        .reference("step", tr("Step"), \.stepID, to: .step, in: context),
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .text("contribution", tr("What its work does"), \.contribution),
      ],
      owners: [
        RegisterOwner(.step, column: "step", in: context),
        RegisterOwner(.department, column: "department", in: context),
      ], addName: .setContribution,
      make: { last in
        StepDepartment(
          stepID: last?.stepID ?? context.firstID(of: .step),
          departmentID: context.firstID(of: .department))
      },
      identity: {
        context.titles(
          EntityReference(.step, $0.stepID), EntityReference(.department, $0.departmentID))
      })
  }

  public static func inOrder(
    _ records: [StepDepartment], in context: RegisterContext
  ) -> [StepDepartment] {
    context.ordered(records, .step, \.stepID, .department, \.departmentID)
  }
}

extension CandidateScore: TableRecord {
  public static func register(in context: RegisterContext) -> Register<CandidateScore> {
    Register(
      between: "scores", tr("Scorecards"),
      [
        .reference("candidate", tr("Candidate"), \.candidateID, to: .candidate, in: context),
        .reference("criterion", tr("Criterion"), \.criterionID, to: .criterion, in: context),
        .person("interviewer", tr("Interviewer"), \.interviewer, in: context),
        .wholeNumber("score", tr("Score"), \.score, within: 0...5, in: context),
        .text("note", tr("Note"), \.note),
      ],
      owners: [
        RegisterOwner(.candidate, column: "candidate", in: context),
        RegisterOwner(.criterion, column: "criterion", in: context),
      ], addName: .setCandidateScore,
      make: { last in
        CandidateScore(
          candidateID: last?.candidateID ?? context.firstID(of: .candidate),
          criterionID: context.firstID(of: .criterion))
      },
      identity: {
        context.titles(
          EntityReference(.candidate, $0.candidateID),
          EntityReference(.criterion, $0.criterionID)) + [$0.interviewer]
      })
  }

  public static func inOrder(
    _ records: [CandidateScore], in context: RegisterContext
  ) -> [CandidateScore] {
    context.ordered(
      records, .candidate, \.candidateID, .criterion, \.criterionID, then: \.interviewer)
  }
}

extension ReadinessRating: TableRecord {
  public static func register(in context: RegisterContext) -> Register<ReadinessRating> {
    Register(
      between: "ratings", tr("Ratings"),
      [
        .reference("round", tr("Round"), \.roundID, to: .readinessRound, in: context),
        .choice("condition", tr("Condition"), \.condition) {
          Condition.allCases.map { ($0, $0.title) }
        },
        .person("rater", tr("Rater"), \.rater, in: context),
        .wholeNumber("score", tr("Score"), \.score, within: 0...5, in: context),
        .text("evidence", tr("Evidence"), \.evidence),
      ],
      owners: [RegisterOwner(.readinessRound, column: "round", in: context)],
      addName: .setReadinessRating,
      make: { last in
        ReadinessRating(roundID: last?.roundID ?? context.firstID(of: .readinessRound))
      },
      identity: {
        [
          context.title(of: EntityReference(.readinessRound, $0.roundID)) ?? "",
          $0.condition.title, $0.rater,
        ]
      })
  }

  public static func inOrder(
    _ records: [ReadinessRating], in context: RegisterContext
  ) -> [ReadinessRating] {
    let places = Dictionary(
      Condition.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return context.ordered(
      records, .readinessRound, \.roundID, .readinessRound, \.roundID,
      then: { String(places[$0.condition] ?? 0).leftPadded(to: 3) + $0.rater })
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: Swift.max(0, width - count)) + self
  }
}
