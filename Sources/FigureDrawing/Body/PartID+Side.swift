import Exercises

extension PartID {
    static func upperArm(_ side: Side) -> PartID { side == .right ? .upperArmR : .upperArmL }
    static func forearm(_ side: Side) -> PartID { side == .right ? .forearmR : .forearmL }
    static func hand(_ side: Side) -> PartID { side == .right ? .handR : .handL }
    static func thigh(_ side: Side) -> PartID { side == .right ? .thighR : .thighL }
    static func shank(_ side: Side) -> PartID { side == .right ? .shankR : .shankL }
    static func foot(_ side: Side) -> PartID { side == .right ? .footR : .footL }
}
