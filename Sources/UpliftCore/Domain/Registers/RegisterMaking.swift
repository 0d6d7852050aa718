import Foundation

/// A record that does not exist yet, made by its name alone where somebody wants to choose it.
public struct RegisterMaking {
  /// "Add audience".
  public var title: String
  public var kind: EntityKind
  var editName: EditName
  /// The new record, behind all others of its kind.
  var make: (String) -> any Entity

  /// "Add audience “Night shift”".
  public func offer(of name: String) -> String {
    tr("{command} “{name}”", ["command": title, "name": String(name.prefix(60))])
  }

  /// Nil when a record of the kind is more than its name: a step needs a stage, a card a lane.
  init?(_ kind: EntityKind, in context: RegisterContext) {
    self.kind = kind
    if kind == .department {
      title = EditName.addDepartment.title
      editName = .addDepartment
      make = { name in
        let last = context.records(Department.self).inOrder().last
        return Department(rank: .between(last?.rank, nil), name: name)
      }
      return
    }
    guard let type = kind.type as? any RegisterRecord.Type,
      let found = Self.making(type, in: context)
    else { return nil }
    (title, editName, make) = found
  }

  private static func making<Record: RegisterRecord>(
    _ type: Record.Type, in context: RegisterContext
  ) -> (title: String, editName: EditName, make: (String) -> any Entity)? {
    let register = Record.register(in: context)
    guard register.owner == nil, let column = register.nameColumn else { return nil }
    return (
      register.addTitle, register.addName,
      { name in
        var record = register.make(context.records(Record.self).inOrder().last)
        _ = column.set(&record, name)
        return record
      }
    )
  }
}

extension Register {
  /// The column that holds what a record is called; nil when its name is put together.
  var nameColumn: RegisterColumn<Record>? {
    let name = "Night shift"
    return columns.first { column in
      guard [.text, .longText, .person].contains(column.kind), column.assign == nil else {
        return false
      }
      var record = make(nil)
      return column.set(&record, name) && recordName(record) == name
    }
  }
}

extension RegisterColumn {
  /// With an offer to make what is not there to be chosen.
  ///
  /// - Parameter put: what refers to the new record then.
  func making(
    _ kind: EntityKind, in context: RegisterContext, put: @escaping (Record, UUID) -> [Change]
  ) -> Self {
    var column = self
    column.making = { RegisterMaking(kind, in: context) }
    column.putMade = put
    return column
  }

  /// A new record of a name, chosen by these records, as one step of the history; nil: there is
  /// nothing to call it.
  public func edit(making name: String, chosenBy records: [Record]) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, let making = making() else { return nil }
    let new = making.make(name)
    return Edit(making.editName, [.insert(new)] + records.flatMap { putMade($0, new.id) })
  }
}
