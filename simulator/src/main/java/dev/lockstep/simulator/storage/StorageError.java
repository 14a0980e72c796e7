package dev.lockstep.simulator.storage;

/**
 * The error codes of the storage services with their HTTP status and text (Microsoft Learn, "Blob
 * Storage error codes", "Queue Storage error codes", "Common REST API error codes").
 */
public enum StorageError {
  NO_AUTHENTICATION(
      401,
      "NoAuthenticationInformation",
      "Server failed to authenticate the request. Please refer to the information in the"
          + " www-authenticate header."),
  INVALID_TOKEN(
      401,
      "InvalidAuthenticationInfo",
      "Server failed to authenticate the request. Please refer to the information in the"
          + " www-authenticate header."),
  AUTHENTICATION_FAILED(
      403,
      "AuthenticationFailed",
      "Server failed to authenticate the request. Make sure the value of Authorization header is"
          + " formed correctly including the signature."),
  RESOURCE_NOT_FOUND(404, "ResourceNotFound", "The specified resource does not exist."),
  INVALID_RESOURCE_NAME(
      400, "InvalidResourceName", "The specified resource name contains invalid characters."),
  INVALID_HEADER(
      400,
      "InvalidHeaderValue",
      "The value for one of the HTTP headers is not in the correct format."),
  INVALID_URI(
      400, "InvalidUri", "The requested URI does not represent any resource on the server."),
  INVALID_METADATA(
      400,
      "InvalidMetadata",
      "The metadata specified is invalid. It has characters that are not permitted."),
  INVALID_QUERY(
      400,
      "InvalidQueryParameterValue",
      "Value for one of the query parameters specified in the request URI is invalid."),
  OUT_OF_RANGE_QUERY(
      400,
      "OutOfRangeQueryParameterValue",
      "One of the query parameters specified in the request URI is outside the permissible range."),
  MISSING_QUERY(
      400,
      "MissingRequiredQueryParameter",
      "A query parameter that's mandatory for this request is not specified."),
  INVALID_XML(400, "InvalidXmlDocument", "XML specified is not syntactically valid."),
  INVALID_BLOCK_LIST(400, "InvalidBlockList", "The specified block list is invalid."),
  BODY_TOO_LARGE(
      413,
      "RequestBodyTooLarge",
      "The request body is too large and exceeds the maximum permissible limit."),
  INVALID_RANGE(
      416, "InvalidRange", "The range specified is invalid for the current size of the resource."),
  NOT_IMPLEMENTED(
      501, "NotImplemented", "This operation is not part of the simulated subset of the service."),
  CONTAINER_NOT_FOUND(404, "ContainerNotFound", "The specified container does not exist."),
  CONTAINER_ALREADY_EXISTS(
      409, "ContainerAlreadyExists", "The specified container already exists."),
  BLOB_NOT_FOUND(404, "BlobNotFound", "The specified blob does not exist."),
  BLOB_ALREADY_EXISTS(409, "BlobAlreadyExists", "The specified blob already exists."),
  INVALID_BLOB_TYPE(409, "InvalidBlobType", "The blob type is invalid for this operation."),
  CONDITION_NOT_MET(
      412,
      "ConditionNotMet",
      "The condition specified using HTTP conditional header(s) is not met."),
  APPEND_POSITION(
      412, "AppendPositionConditionNotMet", "The append position condition specified was not met."),
  NOT_MODIFIED(
      304,
      "ConditionNotMet",
      "The condition specified using HTTP conditional header(s) is not met."),
  LEASE_ALREADY_PRESENT(409, "LeaseAlreadyPresent", "There is already a lease present."),
  LEASE_MISMATCH_OPERATION(
      409,
      "LeaseIdMismatchWithLeaseOperation",
      "The lease ID specified did not match the lease ID for the blob/container."),
  LEASE_NOT_PRESENT_OPERATION(
      409,
      "LeaseNotPresentWithLeaseOperation",
      "There is currently no lease on the blob/container."),
  LEASE_BREAKING_NO_ACQUIRE(
      409,
      "LeaseIsBreakingAndCannotBeAcquired",
      "The lease ID matched, but the lease is currently in breaking state and cannot be acquired"
          + " until it is broken."),
  LEASE_BREAKING_NO_CHANGE(
      409,
      "LeaseIsBreakingAndCannotBeChanged",
      "The lease ID matched, but the lease is currently in breaking state and cannot be changed."),
  LEASE_BROKEN_NO_RENEW(
      409,
      "LeaseIsBrokenAndCannotBeRenewed",
      "The lease ID matched, but the lease has been broken explicitly and cannot be renewed."),
  LEASE_ID_MISSING(
      412,
      "LeaseIdMissing",
      "There is currently a lease on the blob and no lease ID was specified in the request."),
  LEASE_MISMATCH_BLOB(
      412,
      "LeaseIdMismatchWithBlobOperation",
      "The lease ID specified did not match the lease ID for the blob."),
  LEASE_NOT_PRESENT_BLOB(
      412, "LeaseNotPresentWithBlobOperation", "There is currently no lease on the blob."),
  LEASE_LOST(412, "LeaseLost", "A lease ID was specified, but the lease for the blob has expired."),
  QUEUE_NOT_FOUND(404, "QueueNotFound", "The specified queue does not exist."),
  QUEUE_ALREADY_EXISTS(409, "QueueAlreadyExists", "The specified queue already exists."),
  MESSAGE_NOT_FOUND(404, "MessageNotFound", "The specified message does not exist."),
  POP_RECEIPT_MISMATCH(
      400,
      "PopReceiptMismatch",
      "The specified pop receipt did not match the pop receipt for a dequeued message.");

  private final int status;
  private final String code;
  private final String text;

  StorageError(int status, String code, String text) {
    this.status = status;
    this.code = code;
    this.text = text;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Value of {@code x-ms-error-code}. */
  public String code() {
    return code;
  }

  /** The sentence of the error body. */
  public String text() {
    return text;
  }

  /** This error, ready to be thrown. */
  public StorageException asException() {
    return new StorageException(this, text);
  }

  /** This error with a sentence that says more, ready to be thrown. */
  public StorageException asException(String detail) {
    return new StorageException(this, text + " " + detail);
  }
}
