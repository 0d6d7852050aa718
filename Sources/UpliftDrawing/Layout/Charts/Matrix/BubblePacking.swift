import Foundation

/// Moves circles that would cover one another a little apart, each as near to its place as it goes.
enum BubblePacking {
  struct Circle: Equatable {
    var home: Point
    var radius: Double
    /// Stays where it is.
    var isFixed = false
  }

  /// - Parameters:
  ///   - gap: points that stay free between two.
  ///   - room: in which the circles lie whole.
  /// - Returns: a centre for each.
  static func spread(_ circles: [Circle], in room: Rect, gap: Double = 1) -> [Point] {
    func inside(_ point: Point, _ radius: Double) -> Point {
      Point(
        min(max(point.x, room.minX + radius), max(room.minX + radius, room.maxX - radius)),
        min(max(point.y, room.minY + radius), max(room.minY + radius, room.maxY - radius)))
    }
    var centres = circles.map { inside($0.home, $0.radius) }
    let rounds = circles.count > 200 ? 60 : 300
    for round in 0..<rounds {
      var moved = false
      // Back home at first; at the end only apart.
      let pull = round < rounds / 2 ? 0.05 : 0
      if pull > 0 {
        for index in circles.indices {
          centres[index].x += (circles[index].home.x - centres[index].x) * pull
          centres[index].y += (circles[index].home.y - centres[index].y) * pull
        }
      }
      for first in circles.indices {
        for second in circles.indices.dropFirst(first + 1) {
          let reach = circles[first].radius + circles[second].radius + gap
          var dx = centres[second].x - centres[first].x
          var dy = centres[second].y - centres[first].y
          guard abs(dx) < reach, abs(dy) < reach else { continue }
          var distance = (dx * dx + dy * dy).squareRoot()
          guard distance < reach - 0.001 else { continue }
          if distance < 0.01 {
            // In one place: apart in a direction of their own.
            let angle = Double(first * 7 + second) * 2.399_963
            dx = cos(angle)
            dy = sin(angle)
            distance = 1
          }
          let overlap = reach - (distance == 1 && dx * dx + dy * dy < 1.001 ? 0 : distance)
          let share =
            circles[first].isFixed ? 0 : circles[second].isFixed ? 1 : 0.5
          centres[first].x -= dx / distance * overlap * share
          centres[first].y -= dy / distance * overlap * share
          centres[second].x += dx / distance * overlap * (1 - share)
          centres[second].y += dy / distance * overlap * (1 - share)
          moved = true
        }
      }
      for index in circles.indices {
        centres[index] =
          circles[index].isFixed
          ? circles[index].home : inside(centres[index], circles[index].radius)
      }
      if !moved, pull == 0 { break }
    }
    return centres
  }
}
