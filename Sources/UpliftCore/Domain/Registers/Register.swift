import Foundation

/// A command for the selected records of a register: "Told today".
public struct RegisterAction<Record: Entity> {
  public var title: String
  /// Nil: nothing to change.
  public var edit: ([Record]) -> Edit?

  public init(title: String, edit: @escaping ([Record]) -> Edit?) {
    self.title = title
    self.edit = edit
  }
}

/// What a register is: its columns, what may be seen of it, and what may be done with its records.
public struct Register<Record: Entity> {
  /// In English and for good, for the command line: "initiatives".
  public var name: String
  /// "Recommendations".
  public var title: String
  public var columns: [RegisterColumn<Record>]
  /// Which records can be asked for; the first is shown to begin with. Empty: always all. The last
  /// one shows all.
  public var views: [(title: String, shows: (Record) -> Bool)] = []
  /// All are shown to begin with, whatever else can be asked for.
  public var beginsWithAll = false
  public var actions: [RegisterAction<Record>] = []
  /// What the practice is for and how it begins, where there is nothing yet.
  public var explanation: String
  /// "Add recommendation".
  public var addTitle: String
  public var addName: EditName
  /// A new record after the one given.
  public var make: (Record?) -> Record
  /// What a record is called.
  public var recordName: (Record) -> String
  /// What is worked out of all records, and by which rule; a line each.
  public var summary: ([Record]) -> [String] = { _ in [] }
  /// To what each record belongs, where it cannot be without.
  public var owner: RegisterOwner? {
    get { owners.first }
    set { owners = newValue.map { [$0] } ?? [] }
  }
  /// The same of records that stand between two others: a level between a skill and a role.
  public var owners: [RegisterOwner] = []
  /// What tells a record from others when it comes back in a file without its id, where its name
  /// alone does not.
  public var matching: ((Record) -> [String])?
  /// Columns that tell records of one name apart when they come back in a file without their ids.
  public private(set) var distinguishing: [String] = []
  /// What happened, and may happen again to the same: a name alone tells no record.
  public private(set) var isOfEvents = false
  /// Whether no two records may match alike.
  public var isUnique = false
  /// What changes of its records change of others: the target in force is the metric's own.
  public var consequences: (([Change]) -> [Change])?

  public init(
    name: String, title: String, columns: [RegisterColumn<Record>],
    views: [(title: String, shows: (Record) -> Bool)] = [],
    actions: [RegisterAction<Record>] = [], explanation: String, addTitle: String,
    addName: EditName, make: @escaping (Record?) -> Record,
    recordName: @escaping (Record) -> String,
    summary: @escaping ([Record]) -> [String] = { _ in [] }
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.views = views
    self.actions = actions
    self.explanation = explanation
    self.addTitle = addTitle
    self.addName = addName
    self.make = make
    self.recordName = recordName
    self.summary = summary
  }

  /// The same, whose records of one name are told apart by what stands in these columns.
  func toldApart(by names: String..., isOfEvents: Bool = false) -> Register {
    assert(names.allSatisfy { name in columns.contains { $0.name == name } })
    var register = self
    register.distinguishing = names
    register.isOfEvents = isOfEvents
    return register
  }

  /// An edit of its records with all that follows from it.
  public func completed(_ edit: Edit?) -> Edit? {
    guard let consequences, var edit else { return edit }
    edit.changes += consequences(edit.changes)
    return edit
  }

  /// Whether one of its cells wants attention.
  public func needsAttention(_ record: Record) -> Bool {
    columns.contains { $0.isMarked(record) }
  }

  public func column(_ name: String) -> RegisterColumn<Record>? {
    columns.first { $0.name == name }
  }
}

/// Records of a kind that must be there before those of a register, because each belongs to one.
public struct RegisterOwner {
  public var kind: EntityKind
  /// The name of the column that says to which.
  public var column: String
  private let context: RegisterContext

  public init(_ kind: EntityKind, column: String, in context: RegisterContext) {
    self.kind = kind
    self.column = column
    self.context = context
  }

  /// There is nothing yet to which a record could belong.
  public var isMissing: Bool { context.entries(of: kind).isEmpty }
  /// There are several, so that one has to be named.
  public var isAmbiguous: Bool { context.entries(of: kind).count > 1 }
}

/// Records that go into a file as a table, and come back. `Registers.tables` lists their types.
public protocol TableRecord: Entity {
  static func register(in context: RegisterContext) -> Register<Self>
  /// As they stand in a file.
  static func inOrder(_ records: [Self], in context: RegisterContext) -> [Self]
}

/// Records that are kept in a register. `Registers.all` lists their types.
public protocol RegisterRecord: Ranked, TableRecord {}

extension RegisterRecord {
  public static func inOrder(_ records: [Self], in context: RegisterContext) -> [Self] {
    records.inOrder()
  }
}

/// The registers of a workspace.
public enum Registers {
  /// In the order in which they are offered.
  public static let all: [any RegisterRecord.Type] = [
    Initiative.self, Promise.self, Barrier.self, Recommendation.self,
    Metric.self, Reading.self, TargetChange.self, Dialogue.self, Customer.self, Standard.self,
    Cause.self, Goal.self,
    Leader.self, LeaderAct.self, WorkRole.self,
    CXRole.self, Decision.self, Opportunity.self, GutScore.self, Audience.self, Message.self,
    ResourceNeed.self, Milestone.self, Breakdown.self, Training.self, FollowUp.self, Skill.self,
    Tip.self, CultureValue.self, Behaviour.self, PurposeAnswer.self, ClimatePulse.self,
    EmployeeVoice.self, Turnover.self, Champion.self, Criterion.self, Candidate.self,
    ReadinessRound.self,
  ]

  /// With what stands between two records of registers, and in the window is a grid.
  public static let tables: [any TableRecord.Type] =
    all + [
      SkillLevel.self, DecisionRole.self, StepDepartment.self, CandidateScore.self,
      ReadinessRating.self,
    ]

  /// "initiatives", in order, of all tables.
  public static var names: [String] {
    let context = RegisterContext()
    return tables.map { $0.name(in: context) }
  }

  /// "Add barrier"; nil when there is no such register.
  public static func addTitle(of kind: EntityKind) -> String? {
    all.first { $0.kind == kind }?.addTitle
  }

  /// Nil when no register is called so.
  public static func named(_ name: String) -> (any TableRecord.Type)? {
    let context = RegisterContext()
    return tables.first { $0.name(in: context) == name.lowercased() }
  }
}

extension TableRecord {
  static var addTitle: String { register(in: RegisterContext()).addTitle }
  static func name(in context: RegisterContext) -> String { register(in: context).name }
}
