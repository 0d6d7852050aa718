import ArgumentParser
import Foundation
import UpliftCore

/// Which part of a workspace a command is about: at most one.
struct SubjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp(tr("A journey map, by title or id."), valueName: "T"))
  var journey: String?

  @Option(help: ArgumentHelp(tr("An advisory group, by title or id."), valueName: "T"))
  var group: String?

  @Option(help: ArgumentHelp(tr("A board, by title or id."), valueName: "T"))
  var board: String?

  @Option(help: ArgumentHelp(tr("A persona, by name or id."), valueName: "T"))
  var persona: String?

  var count: Int { [journey, group, board, persona].count { $0 != nil } }

  func validate() throws {
    guard count <= 1 else {
      throw ValidationError(tr("Choose one of --journey, --group, --board and --persona."))
    }
  }

  /// - Returns: nil when nothing was chosen.
  func subject(in outline: WorkspaceOutline, file: String) throws -> Subject? {
    if let journey {
      return .journey(
        try Finder(file: file, kind: .journeyMap, title: \.title)
          .find(journey, in: outline.journeyMaps))
    }
    if let group {
      return .group(
        try Finder(file: file, kind: .advisoryGroup, title: \.title)
          .find(group, in: outline.groups))
    }
    if let board {
      return .board(
        try Finder(file: file, kind: .board, title: \.title).find(board, in: outline.boards))
    }
    if let persona {
      return .persona(
        try Finder(file: file, kind: .persona, title: \.name).find(persona, in: outline.personas))
    }
    return nil
  }
}

/// A part of a workspace that can be shown or exported by itself.
enum Subject {
  case journey(JourneyMap)
  case group(AdvisoryGroup)
  case board(Board)
  case persona(Persona)
  /// A group's charter.
  case charter(AdvisoryGroup)
  /// A meeting's minutes.
  case meeting(Meeting)
  case plan(PlanDocument.Setup)
  /// What it does for customers.
  case department(Department)
  /// The postcards of the Customer Champions.
  case champions
  case figure(PlanFigure)
  /// What needs somebody, and the state of every practice.
  case overview
}
