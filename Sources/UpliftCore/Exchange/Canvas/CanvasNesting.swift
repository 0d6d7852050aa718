/// Which group each node of a canvas stands in: the smallest that its middle is in.
struct CanvasNesting {
  /// By the places of the nodes in the file; nil: in none.
  let container: [Int?]

  init(_ nodes: [JSONCanvas.Node]) {
    // Smallest first; of equally large ones that which is drawn above the other.
    let groups = nodes.indices.filter { nodes[$0].isGroup }.sorted {
      let (first, second) = (nodes[$0].frame.area, nodes[$1].frame.area)
      return first == second ? $0 > $1 : first < second
    }
    var order = [Int](repeating: -1, count: nodes.count)
    for (place, index) in groups.enumerated() { order[index] = place }
    var container = [Int?](repeating: nil, count: nodes.count)
    // A line sweeps over the plane from left to right and holds the groups that it cuts.
    var coming = groups.indices.sorted {
      nodes[groups[$0]].frame.x > nodes[groups[$1]].frame.x
    }
    var cut: [Int] = []
    for index in nodes.indices.sorted(by: { nodes[$0].frame.centre.x < nodes[$1].frame.centre.x }) {
      let centre = nodes[index].frame.centre
      while let place = coming.last, nodes[groups[place]].frame.x <= centre.x {
        coming.removeLast()
        cut.insert(place, at: cut.firstIndex { $0 > place } ?? cut.count)
      }
      cut.removeAll { nodes[groups[$0]].frame.maxX < centre.x }
      container[index] = cut.first { place in
        let frame = nodes[groups[place]].frame
        return place > order[index] && frame.y <= centre.y && centre.y <= frame.maxY
      }.map { groups[$0] }
    }
    self.container = container
  }

  /// The outermost group around a node, or the node itself.
  func outermost(of index: Int) -> Int {
    var index = index
    while let next = container[index] { index = next }
    return index
  }
}
