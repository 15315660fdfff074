import dev.parley.annotation.*;

@Protocol
interface Assay {
// error: [name-clash] the class AssayClinicBothBill is generated for Assay, and there is a type of that name already
// | hint: rename the type, the role or the protocol
    @Role interface Lab {}
    @Role interface Clinic {}

    Both both();

    @Parallel
    interface Both {
        @Message(from = Clinic.class, to = Lab.class) void blood(int sample);
        @Message(from = Lab.class, to = Clinic.class) void bill(int euros);
    }
}

class AssayClinicBothBill {}
