/// "Finance", "Finance and IT", "Finance, IT and Depot", in the language of the program.
public func listed(_ names: [String]) -> String {
  guard let last = names.last else { return "" }
  let others = names.dropLast()
  guard !others.isEmpty else { return last }
  let first = others.dropFirst().reduce(others[0]) { sofar, name in
    tr("{list}, {item}", ["list": sofar, "item": name])
  }
  return tr("{list} and {last}", ["list": first, "last": last])
}
