/// The styles of type in charts.
enum ChartType {
  static let title = TextStyle(size: 15, weight: .bold)
  static let heading = TextStyle(size: 12, weight: .semibold)
  static let label = TextStyle(size: 11)
  static let strong = TextStyle(size: 11, weight: .semibold)
  static let small = TextStyle(size: 10)
  static let smallStrong = TextStyle(size: 10, weight: .semibold)
  static let number = TextStyle(size: 10, weight: .bold)
}
