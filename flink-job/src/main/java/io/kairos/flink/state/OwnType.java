package io.kairos.flink.state;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Type information for a type with a serializer of its own, so that Flink never falls back to Kryo.
 *
 * @param <T> the type
 */
public final class OwnType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  public static final TypeInformation<CustomerKey> CUSTOMER_KEY =
      new OwnType<>(CustomerKey.class, new CustomerKeySerializer());
  public static final TypeInformation<Envelope> ENVELOPE =
      new OwnType<>(Envelope.class, new EnvelopeSerializer());
  public static final TypeInformation<StoredCustomer> STORED_CUSTOMER =
      new OwnType<>(StoredCustomer.class, new StoredCustomerSerializer());

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  public OwnType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return type == CustomerKey.class;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnType<?> own && own.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof OwnType;
  }
}
