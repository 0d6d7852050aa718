import Foundation

/// People who advise: employees, customers, or a focus group.
public struct AdvisoryGroup: Ranked {
  public static let kind = EntityKind.advisoryGroup

  public enum Kind: String, CaseIterable, Codable, Sendable {
    case employeeAdvisoryGroup = "employee_advisory_group"
    case customerAdvisoryBoard = "customer_advisory_board"
    case focusGroup = "focus_group"

    /// The usual number of people in the room; a default that warns and never blocks.
    public var usualSize: ClosedRange<Int> {
      switch self {
      case .employeeAdvisoryGroup: 10...12
      case .customerAdvisoryBoard: 8...16
      case .focusGroup: 6...8
      }
    }
  }

  public var id: UUID
  public var rank: Rank
  public var groupKind: Kind
  public var title: String
  public var purpose: String
  public var scope: String
  /// What the group may decide by itself, and what not.
  public var limitsOfAuthority: String
  public var cadence: String
  public var term: String
  public var termEnd: CalendarDay?
  public var reviewDate: CalendarDay?
  /// People, 1 or more.
  public var minimumSize: Int
  /// People, not below `minimumSize`.
  public var maximumSize: Int

  public init(
    id: UUID = UUID(), rank: Rank, kind: Kind, title: String, purpose: String = "",
    scope: String = "", limitsOfAuthority: String = "", cadence: String = "", term: String = "",
    termEnd: CalendarDay? = nil, reviewDate: CalendarDay? = nil, minimumSize: Int? = nil,
    maximumSize: Int? = nil
  ) {
    self.id = id
    self.rank = rank
    groupKind = kind
    self.title = title
    self.purpose = purpose
    self.scope = scope
    self.limitsOfAuthority = limitsOfAuthority
    self.cadence = cadence
    self.term = term
    self.termEnd = termEnd
    self.reviewDate = reviewDate
    self.minimumSize = minimumSize ?? kind.usualSize.lowerBound
    self.maximumSize = maximumSize ?? kind.usualSize.upperBound
  }
}

extension AdvisoryGroup {
  /// Per cent: more are asked to a focus group than are to sit in it.
  public static let percentRecruitedMore = 20

  /// How many members it has usually: as many as are in the room; of a focus group those who are
  /// recruited for it, rounded up.
  public var usualMembers: ClosedRange<Int> {
    let room = minimumSize...max(minimumSize, maximumSize)
    guard groupKind == .focusGroup else { return room }
    func recruited(_ count: Int) -> Int {
      (count * (100 + Self.percentRecruitedMore) + 99) / 100
    }
    return recruited(room.lowerBound)...recruited(room.upperBound)
  }
}

/// Somebody in an advisory group.
public struct Member: Ranked {
  public static let kind = EntityKind.member
  public var id: UUID
  public var groupID: UUID
  public var rank: Rank
  public var name: String
  /// What they do, or where: "Stores", "Support".
  public var function: String
  public var level: String
  public var site: String
  public var shift: String
  public var tenure: String
  public var termStart: CalendarDay?
  public var termEnd: CalendarDay?
  public var successor: String
  /// A photo, if there is one; initials stand for those without.
  public var pictureID: UUID?

  public init(
    id: UUID = UUID(), groupID: UUID, rank: Rank, name: String, function: String = "",
    level: String = "", site: String = "", shift: String = "", tenure: String = "",
    termStart: CalendarDay? = nil, termEnd: CalendarDay? = nil, successor: String = "",
    pictureID: UUID? = nil
  ) {
    self.id = id
    self.groupID = groupID
    self.rank = rank
    self.name = name
    self.function = function
    self.level = level
    self.site = site
    self.shift = shift
    self.tenure = tenure
    self.termStart = termStart
    self.termEnd = termEnd
    self.successor = successor
    self.pictureID = pictureID
  }

  /// With this photo, or with none; nil when it has none already.
  public func setting(photo: StoredPicture?) -> Edit? {
    guard photo != nil || pictureID != nil else { return nil }
    var changed = self
    changed.pictureID = photo?.id
    let insertion = photo.map { [Change.insert($0)] } ?? []
    return Edit(.setPicture, insertion + [.update(from: self, to: changed)])
  }

  /// The first letters of the first and the last word of the name: "JO".
  public var initials: String { name.initials }
}
