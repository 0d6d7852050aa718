import Foundation
import GRDB

extension Workspace {
  /// Opportunities and initiatives that touch customers, and which of them no customer spoke for.
  ///
  /// - Parameter mapID: only the opportunities of one map; nil: of all.
  public func customerVoice(onMap mapID: UUID? = nil) throws -> CustomerVoice {
    try read { database in
      var result = CustomerVoice()
      let cards = try Row.fetchCursor(
        database,
        sql: """
          SELECT card.id, card.text, journey_map.id, journey_map.title, step.title,
            \(Self.opportunityHasVoice)
          FROM card JOIN lane ON lane.id = card.laneID JOIN step ON step.id = card.stepID
          JOIN stage ON stage.id = step.stageID JOIN journey_map ON journey_map.id = lane.mapID
          LEFT JOIN persona ON persona.id = journey_map.personaID
          WHERE \(Self.isCustomersOpportunity) AND (?1 IS NULL OR journey_map.id = ?1)
          ORDER BY journey_map.rank, journey_map.id, stage.rank, stage.id, step.rank, step.id,
            lane.rank, lane.id, card.rank, card.id
          """, arguments: [mapID])
      while let row = try cards.next() {
        result.opportunityCount += 1
        guard try !row.decode(Bool.self, atIndex: 5) else { continue }
        result.opportunities.append(
          CustomerVoice.Opportunity(
            id: try row.decode(atIndex: 0), text: try row.decode(atIndex: 1),
            mapID: try row.decode(atIndex: 2), mapTitle: try row.decode(atIndex: 3),
            stepTitle: try row.decode(atIndex: 4)))
      }
      guard mapID == nil else { return result }
      let touching = "touchesCustomers AND status NOT IN ('done', 'dropped')"
      result.initiativeCount =
        try Int.fetchOne(database, sql: "SELECT count(*) FROM initiative WHERE \(touching)") ?? 0
      result.initiatives = try Initiative.fetchAll(
        database,
        sql: """
          SELECT * FROM initiative WHERE \(touching) AND NOT \(Self.hasVoice("initiative"))
            AND NOT \(Self.opportunityOfInitiativeHasVoice)
          """
      ).inOrder()
      return result
    }
  }

  private static let isCustomersOpportunity = """
    coalesce(card.cardKind, lane.laneKind) = 'opportunities'
    AND coalesce(persona.role, 'customer') = 'customer'
    """

  private static let opportunityHasVoice = """
    ((card.evidence <> 'assumed' AND trim(card.source, ' \t\n\r') <> '') OR \(hasVoice("card")))
    """

  /// Whether the initiative of the row comes from an opportunity that a customer spoke for.
  private static let opportunityOfInitiativeHasVoice = """
    EXISTS (
      SELECT 1 FROM link AS origin
      JOIN card ON card.id = iif(origin.fromKind = 'card', origin.fromID, origin.toID)
      JOIN lane ON lane.id = card.laneID JOIN journey_map ON journey_map.id = lane.mapID
      LEFT JOIN persona ON persona.id = journey_map.personaID
      WHERE (
        origin.role = 'leads_to' AND origin.fromKind = 'card'
          AND origin.toKind = 'initiative' AND origin.toID = initiative.id
        OR origin.role IN ('backed_by', 'raised_by') AND origin.toKind = 'card'
          AND origin.fromKind = 'initiative' AND origin.fromID = initiative.id
      ) AND \(isCustomersOpportunity) AND \(opportunityHasVoice))
    """

  /// Whether a link says that a customer stands behind the record of the row.
  private static func hasVoice(_ table: String) -> String {
    func isVoice(_ end: String) -> String {
      """
      (link.\(end)Kind IN ('dialogue', 'reading') OR link.\(end)Kind = 'note' AND EXISTS (
        SELECT 1 FROM note JOIN board_column ON board_column.id = note.columnID
        JOIN board ON board.id = board_column.boardID
        JOIN advisory_group ON advisory_group.id = board.groupID
        WHERE note.id = link.\(end)ID
          AND advisory_group.groupKind IN ('customer_advisory_board', 'focus_group')))
      """
    }
    return """
      EXISTS (SELECT 1 FROM link WHERE link.role IN ('backed_by', 'raised_by') AND (
        link.fromKind = '\(table)' AND link.fromID = \(table).id AND \(isVoice("to"))
        OR link.toKind = '\(table)' AND link.toID = \(table).id AND \(isVoice("from"))))
      """
  }
}
