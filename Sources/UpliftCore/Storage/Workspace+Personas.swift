import Foundation
import GRDB

extension Workspace {
  /// A persona with its portrait and the journeys in which it appears; nil when there is none with
  /// this id.
  public func profile(_ personaID: UUID) throws -> PersonaProfile? {
    try read { database in
      var contents = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
      contents.personas = try Persona.fetchAll(
        database, sql: "SELECT * FROM persona WHERE id = ?", arguments: [personaID])
      contents.pictures = try StoredPicture.fetchAll(
        database,
        sql: """
          SELECT * FROM picture WHERE id = (SELECT pictureID FROM persona WHERE id = ?)
          OR id IN (SELECT pictureID FROM organisation)
          """,
        arguments: [personaID])
      contents.organisations = try Organisation.fetchAll(
        database, sql: "SELECT * FROM organisation")
      contents.journeyMaps = try JourneyMap.fetchAll(database, sql: "SELECT * FROM journey_map")
      contents.stages = try Stage.fetchAll(database, sql: "SELECT * FROM stage")
      contents.steps = try Step.fetchAll(database, sql: "SELECT * FROM step")
      contents.emotions = try Emotion.fetchAll(database, sql: "SELECT * FROM emotion")
      return PersonaProfile(personaID, in: contents)
    }
  }

  /// A picture of the workspace; nil when it is gone.
  public func picture(_ id: UUID) throws -> StoredPicture? {
    try read { database in
      try StoredPicture.fetchOne(
        database, sql: "SELECT * FROM picture WHERE id = ?", arguments: [id])
    }
  }
}
