extension DrawnPose {
    private enum Key: CodingKey {
        case name, pose, start, camera, props, person, arrows, sideMarks, isMirrored, letter
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(name, forKey: .name)
        try values.encode(pose, forKey: .pose)
        try values.encode(start, forKey: .start)
        try values.encode(camera, forKey: .camera)
        try values.encode(props, forKey: .props)
        try values.encode(person, forKey: .person)
        try values.encode(arrows, forKey: .arrows)
        try values.encode(sideMarks, forKey: .sideMarks)
        try values.encode(isMirrored, forKey: .isMirrored)
        // A Character has no form of its own as data.
        try values.encode(letter.map(String.init), forKey: .letter)
    }
}
