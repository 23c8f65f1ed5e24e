package io.kairos.flink.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Origin;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SerializersTest {
  private static final CustomerKey KEY = CustomerKey.of("kairos", "ann");

  /** The hash under which every deployment's state is filed: if this fails, all state is lost. */
  @Test
  void theKeyOfACustomerNeverChanges() {
    assertThat(KEY).isEqualTo(new CustomerKey(-8183387632065115799L, 4880567215490957792L));
    assertThat(CustomerKey.of("other", "ann")).isNotEqualTo(KEY);
  }

  @Test
  void aKeyIsSixteenBytes() throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(8);
    new CustomerKeySerializer().serialize(KEY, bytes);
    assertThat(bytes.length()).isEqualTo(16);
    assertThat(roundTrip(new CustomerKeySerializer(), KEY)).isEqualTo(KEY);
  }

  @Test
  void anEnvelopeComesBackAsItWas() throws IOException {
    Envelope envelope = new Envelope(KEY, Origin.ORDERS, 17, 23, new byte[] {1, 2, 3});
    assertThat(roundTrip(new EnvelopeSerializer(), envelope))
        .usingRecursiveComparison()
        .isEqualTo(envelope);
  }

  @Test
  void aCustomerComesBackAsItWas() throws IOException {
    StoredCustomer customer = StoredCustomer.of(99, CustomerState.of("ann"));
    StoredCustomer back = roundTrip(new StoredCustomerSerializer(), customer);
    assertThat(back.wakeUpMillis()).isEqualTo(99);
    assertThat(back.state().toBytes()).isEqualTo(customer.state().toBytes());
  }

  @Test
  void aPackedCustomerIsTheSame() throws IOException {
    StoredCustomer customer = StoredCustomer.of(99, CustomerState.of("ann"));
    StoredCustomer packed = customer.pack();
    assertThat(packed.wakeUpMillis()).isEqualTo(99);
    assertThat(packed.state()).isEqualTo(customer.state()).isNotSameAs(customer.state());
    assertThat(packed.pack()).isSameAs(packed);
    assertThat(packed.size()).isEqualTo(customer.size());
    assertThat(roundTrip(new StoredCustomerSerializer(), packed).bytes())
        .isEqualTo(customer.bytes());
  }

  @Test
  void aSerializerIsAlwaysCompatibleWithItself() {
    for (TypeSerializer<?> serializer :
        new TypeSerializer<?>[] {
          new CustomerKeySerializer(), new EnvelopeSerializer(), new StoredCustomerSerializer()
        }) {
      assertThat(serializer.snapshotConfiguration().restoreSerializer().getClass())
          .isEqualTo(serializer.getClass());
    }
  }

  private static <T> T roundTrip(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    serializer.serialize(value, bytes);
    return serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
  }
}
