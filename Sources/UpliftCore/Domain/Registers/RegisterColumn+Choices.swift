import Foundation

/// Columns of what is chosen.
extension RegisterColumn {
  /// One of a list.
  ///
  /// - Parameter choices: in the order in which they are sorted, too. A text fits that is a title, or
  ///   the raw value of a value that has one.
  public static func choice<Value: Equatable>(
    _ name: String, _ title: String, weight: Double = 1, _ field: WritableKeyPath<Record, Value>,
    _ choices: @escaping () -> [(value: Value, title: String)]
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: .choice, weight: weight,
      text: { record in choices().first { $0.value == record[keyPath: field] }?.title ?? "" },
      key: { record in
        choices().firstIndex { $0.value == record[keyPath: field] }.map { .number(Double($0)) }
      })
    column.set = { record, text in
      let wanted = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
      guard
        let choice = choices().first(where: { $0.title.lowercased() == wanted })
          // As files in any language may have it.
          ?? choices().first(where: {
            (($0.value as? any RawRepresentable)?.rawValue as? String)?.lowercased() == wanted
          })
      else { return false }
      record[keyPath: field] = choice.value
      return true
    }
    column.choices = { choices().map(\.title) }
    column.takes = { [column] in listed(column.choices().filter { !$0.isEmpty }) }
    return column
  }

  public static func yesNo(
    _ name: String, _ title: String, weight: Double = 0.75, _ field: WritableKeyPath<Record, Bool>
  ) -> Self {
    var column = choice(name, title, weight: weight, field) {
      [(true, tr("yes")), (false, tr("no"))]
    }
    column.kind = .yesNo
    let set = column.set
    column.set = { record, text in
      switch text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() {
      case "yes", "true", "1", "x":
        record[keyPath: field] = true
        return true
      case "no", "false", "0", "":
        record[keyPath: field] = false
        return true
      default: return set(&record, text)
      }
    }
    return column
  }

  /// Any number out of a list, kept in the record.
  public static func several<Value: Hashable>(
    _ name: String, _ title: String, weight: Double = 1.6,
    _ field: WritableKeyPath<Record, [Value]>,
    _ choices: @escaping () -> [(value: Value, title: String)]
  ) -> Self {
    var column = several(
      name, title, weight: weight, get: { Set($0[keyPath: field]) }, choices: choices)
    column.set = { record, text in
      guard let values = Self.values(text, choices()) else { return false }
      record[keyPath: field] = values
      return true
    }
    return column
  }

  /// Any number of other records, which other records assign to this one: departments.
  ///
  /// - Parameters:
  ///   - ids: those that are assigned now.
  ///   - assign: the changes that make it these, and no others.
  public static func several(
    _ name: String, _ title: String, weight: Double = 1.6, of kind: EntityKind,
    ids: @escaping (Record) -> Set<UUID>, in context: RegisterContext,
    assign: @escaping (Record, Set<UUID>) -> [Change]
  ) -> Self {
    let choices = { context.entries(of: kind).map { (value: $0.reference.id, title: $0.title) } }
    var column = several(name, title, weight: weight, get: ids, choices: choices)
    column.assign = { record, text in
      Self.values(text, choices()).map { assign(record, Set($0)) }
    }
    return column.making(kind, in: context) { assign($0, ids($0).union([$1])) }
  }

  /// Any number of other records, kept as assignments: the departments of an initiative.
  ///
  /// - Parameter make: assigns the second record to the first.
  public static func assigned<Entry: Assignment>(
    _ name: String, _ title: String, weight: Double = 1.6, to kind: EntityKind,
    in context: RegisterContext, _ make: @escaping (UUID, UUID) -> Entry
  ) -> Self {
    several(
      name, title, weight: weight, of: kind,
      ids: { Set(context.assignments(of: $0.id, Entry.self).map(\.targetID)) }, in: context
    ) { record, ids in
      let now = context.assignments(of: record.id, Entry.self)
      let new = ids.subtracting(now.map(\.targetID)).sorted { $0.uuidString < $1.uuidString }
      return now.filter { !ids.contains($0.targetID) }.map { .delete($0.reference) }
        + new.map { .insert(make(record.id, $0)) }
    }
  }

  private static func several<Value: Hashable>(
    _ name: String, _ title: String, weight: Double, get: @escaping (Record) -> Set<Value>,
    choices: @escaping () -> [(value: Value, title: String)]
  ) -> Self {
    let text = { (record: Record) -> String in
      let chosen = get(record)
      guard !chosen.isEmpty else { return "" }
      return choices().filter { chosen.contains($0.value) }.map(\.title).joined(separator: "; ")
    }
    var column = RegisterColumn(
      name: name, title: title, kind: .several, weight: weight, text: text,
      key: { RegisterKey(sorting: text($0)) })
    column.choices = { choices().map(\.title) }
    column.takes = {
      tr(
        "any of {choices}, with ; between them", ["choices": listed(choices().map(\.title))])
    }
    return column
  }

  /// Nil when one of the texts is none of the choices. In their order.
  private static func values<Value: Hashable>(
    _ text: String, _ choices: [(value: Value, title: String)]
  ) -> [Value]? {
    func found(_ separators: Set<Character>) -> [Value]? {
      let wanted = Set(
        text.split(whereSeparator: separators.contains)
          .map { $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
          .filter { !$0.isEmpty })
      let known = choices.filter { wanted.contains($0.title.lowercased()) }
      return Set(known.map { $0.title.lowercased() }).count == wanted.count
        ? known.map(\.value) : nil
    }
    // A title may hold a comma.
    return found([";", "\n", "\r\n"]) ?? found([";", ",", "\n", "\r\n"])
  }

  /// One record of a kind, kept by its id and chosen by its title; its cell leads there.
  public static func reference(
    _ name: String, _ title: String, weight: Double = 1.6,
    _ field: WritableKeyPath<Record, UUID?>, to kind: EntityKind, in context: RegisterContext
  ) -> Self {
    let reference = { (record: Record) in record[keyPath: field].map { EntityReference(kind, $0) } }
    var column = referring(name, title, weight, .choice, reference, context)
    column.set = { record, text in
      guard !text.allSatisfy(\.isWhitespace) else {
        record[keyPath: field] = nil
        return true
      }
      guard let entry = context.entry(of: kind, titled: text) else { return false }
      record[keyPath: field] = entry.reference.id
      return true
    }
    column.choices = { [""] + context.entries(of: kind).map(\.title) }
    column.takes = { tr("a title that is there: {kind}", ["kind": kind.title]) }
    return column.making(kind, in: context) { old, id in
      var new = old
      new[keyPath: field] = id
      return [.update(from: old, to: new)]
    }
  }

  /// One record of a kind that is always there; its cell leads there.
  public static func reference(
    _ name: String, _ title: String, weight: Double = 1.6,
    _ field: WritableKeyPath<Record, UUID>, to kind: EntityKind, in context: RegisterContext
  ) -> Self {
    var column = referring(
      name, title, weight, .choice, { EntityReference(kind, $0[keyPath: field]) }, context)
    column.set = { record, text in
      guard let entry = context.entry(of: kind, titled: text) else { return false }
      record[keyPath: field] = entry.reference.id
      return true
    }
    column.choices = { context.entries(of: kind).map(\.title) }
    column.takes = { tr("a title that is there: {kind}", ["kind": kind.title]) }
    return column.making(kind, in: context) { old, id in
      var new = old
      new[keyPath: field] = id
      return [.update(from: old, to: new)]
    }
  }

  /// Any record of these kinds, looked for in the workspace; its cell leads there.
  public static func link(
    _ name: String, _ title: String, weight: Double = 1.6,
    _ field: WritableKeyPath<Record, EntityReference?>, to kinds: [EntityKind],
    in context: RegisterContext
  ) -> Self {
    var column = referring(name, title, weight, .link, { $0[keyPath: field] }, context)
    column.linkKinds = kinds
    column.setTarget = { record, target in
      guard target.map({ kinds.contains($0.kind) }) ?? true else { return false }
      record[keyPath: field] = target
      return true
    }
    column.set = { record, text in
      guard !text.allSatisfy(\.isWhitespace) else {
        record[keyPath: field] = nil
        return true
      }
      // One that is called so already may be so called more than once.
      if let old = record[keyPath: field], context.title(of: old) == text { return true }
      let found = kinds.lazy.compactMap { context.entry(of: $0, titled: text) }
      guard let entry = found.first else { return false }
      record[keyPath: field] = entry.reference
      return true
    }
    column.takes = {
      tr("a title that is there: {kind}", ["kind": listed(kinds.map(\.title))])
    }
    return column
  }

  private static func referring(
    _ name: String, _ title: String, _ weight: Double, _ kind: Kind,
    _ reference: @escaping (Record) -> EntityReference?, _ context: RegisterContext
  ) -> Self {
    let text = { (record: Record) in reference(record).flatMap { context.title(of: $0) } ?? "" }
    return RegisterColumn(
      name: name, title: title, kind: kind, weight: weight, text: text,
      key: { RegisterKey(sorting: text($0)) }
    ).leading(to: reference)
  }
}
